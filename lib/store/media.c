/* SPDX-License-Identifier: MIT
 * SQLite's write-ahead log is kept in order through memory that the programs at it share: those of one machine, and
 * no others (sqlite.org/wal.html). Nor do locks always reach from one machine to the next (sqlite.org/faq.html#q5).
 * What a FUSE file system is made of, a network or not, its number does not say.
 */
#include "media.h"

#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>

#ifdef __linux__
#include <sys/vfs.h>
#endif

/* linux/magic.h, and the manual statfs(2) for those it lacks. */
static const struct {
	unsigned long type;
	const char *name;
} networks[] = {
	{ 0x6969, "NFS" },
	{ 0xff534d42, "SMB" },
	{ 0xfe534d42, "SMB" },
	{ 0x517b, "SMB" },
	{ 0x01021997, "9P" },
	{ 0x5346414f, "AFS" },
	{ 0x6b414653, "AFS" },
	{ 0x73757245, "Coda" },
	{ 0x00c36400, "Ceph" },
	{ 0x0bd00bd0, "Lustre" },
	{ 0x564c, "NCP" },
	{ 0x786f4256, "VirtualBox" },
};

const char *media_network(unsigned long type)
{
	for (size_t i = 0; i < sizeof networks / sizeof *networks; i++)
		if (networks[i].type == (type & 0xffffffffUL))
			return networks[i].name;
	return NULL;
}

static bool look(const char *path, media *out)
{
	struct statvfs about;

	if (statvfs(path, &about) != 0)
		return false;
	out->is_read_only = (about.f_flag & ST_RDONLY) != 0;
#ifdef __linux__
	struct statfs kind;

	if (statfs(path, &kind) == 0)
		out->network = media_network((unsigned long)kind.f_type);
#endif
	return true;
}

media media_of(const char *path)
{
	media out = { NULL, false };
	const char *slash = strrchr(path, '/');
	char *folder;

	if (look(path, &out))
		return out;
	folder = slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
	if (folder)
		(void)look(folder, &out);
	free(folder);
	return out;
}
