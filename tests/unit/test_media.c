/* SPDX-License-Identifier: MIT
 * Which disks a store may be written on.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../lib/store/media.h"

static void test_networks(void **state)
{
	(void)state;
	assert_string_equal(media_network(0x6969), "NFS");
	assert_string_equal(media_network(0xff534d42), "SMB");
	/* on machines where the number is a signed word of 64 bits it comes with its sign */
	assert_string_equal(media_network((unsigned long)(int32_t)0xff534d42), "SMB");
	assert_string_equal(media_network(0xfe534d42), "SMB");
	assert_string_equal(media_network(0x01021997), "9P");
	assert_string_equal(media_network(0x00c36400), "Ceph");
}

static void test_disks_of_this_machine(void **state)
{
	static const unsigned long types[] = { 0xef53 /* ext4 */, 0x58465342 /* XFS */,
		0x9123683e /* Btrfs */, 0x01021994 /* tmpfs */, 0x794c7630 /* overlay */,
		0x2fc12fc1 /* ZFS */, 0x4d44 /* FAT */, 0x5346544e /* NTFS */,
		0x65735546 /* FUSE: cannot be told */, 0 };

	(void)state;
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		assert_null(media_network(types[i]));
}

static void test_paths(void **state)
{
	media here = media_of("."), to_come = media_of("./not-there.db"),
	      nowhere = media_of("/no/such/folder/r.db");

	(void)state;
	assert_ptr_equal(here.network, to_come.network);
	assert_int_equal(here.is_read_only, to_come.is_read_only);
	assert_null(nowhere.network);
	assert_false(nowhere.is_read_only);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_networks),
		cmocka_unit_test(test_disks_of_this_machine),
		cmocka_unit_test(test_paths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
