# SPDX-License-Identifier: MIT
# relais - tools of a Relais Territorial. `make help` lists the targets.

PREFIX  ?= /usr/local
bindir  ?= $(PREFIX)/bin
libdir  ?= $(PREFIX)/lib
includedir ?= $(PREFIX)/include
datadir ?= $(PREFIX)/share
mandir  ?= $(datadir)/man
CFLAGS  ?= -O2 -g
DESTDIR ?=
SAN     ?=
COV     ?=
WERROR  ?=

flavour := $(if $(COV),coverage,$(if $(SAN),asan,release))
BUILD   ?= build/$(if $(findstring clang,$(CC)),clang-)$(flavour)

PKG_CONFIG ?= pkg-config
OBJCOPY ?= objcopy
pkg = $(shell $(PKG_CONFIG) $(1) $(2) 2>/dev/null || echo $(3))
LIBS := $(call pkg,--libs,sqlite3,-lsqlite3) -lcsv $(call pkg,--libs,nettle,-lnettle) \
        $(call pkg,--libs,libutf8proc,-lutf8proc) -linih -lexpat -ljansson -lz -lm

WARN := -std=c11 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes \
        -Wmissing-prototypes -Wvla -Wcast-qual -Wformat=2 -Wundef -Wwrite-strings $(WERROR:%=-Werror)
# counted in memory that all runs of a program share: a start costs no more than without
COVER := -fprofile-instr-generate=$(abspath $(BUILD))/profile/%m%c.profraw -fcoverage-mapping
$(if $(COV),$(if $(findstring clang,$(CC)),,$(error COV=1 counts with clang: CC=clang)))
HARD := $(if $(SAN)$(COV),,-D_FORTIFY_SOURCE=2 -fstack-protector-strong)
# the same source gives the same bytes in whatever folder
SAME := $(if $(COV),,-ffile-prefix-map=$(CURDIR)=.)
FLAGS = $(WARN) $(HARD) $(SAME) $(CPPFLAGS) $(CFLAGS) $(SAN:%=-fsanitize=% -fno-sanitize-recover=all) \
        $(if $(COV),$(COVER) -mllvm -runtime-counter-relocation) -Iinclude -I$(BUILD)/gen -fPIC -fvisibility=hidden -MMD -MP
LINK  = $(CC) $(CFLAGS) $(LDFLAGS) $(SAN:%=-fsanitize=%) $(if $(COV),$(COVER))

lib_c   := $(sort $(wildcard lib/*/*.c lib/*/*/*.c))
sql     := $(sort $(wildcard lib/store/sql/*.sql))
shared  := $(sort $(wildcard share/*.csv))
profile := $(sort $(wildcard share/profiles/*.ini))
share_sql := share/sql/views.sql
late    := $(sort $(wildcard lib/*/*.late))
po      := $(sort $(wildcard po/*.po))
LIB_OBJ := $(lib_c:%.c=$(BUILD)/%.o) $(sql:lib/store/sql/%.sql=$(BUILD)/gen/sql/%.o) \
           $(shared:share/%.csv=$(BUILD)/gen/share/%.o) $(share_sql:share/%.sql=$(BUILD)/gen/share/%.o) \
           $(profile:share/%.ini=$(BUILD)/gen/%.o) $(po:po/%.po=$(BUILD)/gen/po/%.o) \
           $(patsubst %.late,$(BUILD)/gen/late/%.o,$(notdir $(late)))
LIB     := $(BUILD)/librelais.a
# of the shared library: raised when a program built with an earlier one would no longer run
ABI     := 0
tools   := import status observatory report plan
TOOLS   := $(tools:%=$(BUILD)/bin/rt-%)
EXTENSION := $(BUILD)/relais_sql.so
CMD_OBJ := $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard cmd/*.c)))
UNIT    := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/unit/test_*.c)))

Q := $(if $(V),,@)
say = $(if $(V),,@printf '%-5s %s\n' $(1) $(2))

# the targets of `make help` are no files
.PHONY: FORCE $(shell sed -n 's/^\([a-z-]*\):.* ## .*/\1/p' $(firstword $(MAKEFILE_LIST)))
.DELETE_ON_ERROR:
.SECONDARY:
.DEFAULT_GOAL := all

all: $(TOOLS) $(EXTENSION) ## the five tools, the library, the functions for SQLite (default)
lib: $(BUILD)/librelais.so $(BUILD)/relais.pc ## the shared library

$(BUILD)/gen/version.h: FORCE
	@scripts/version.sh $@
$(BUILD)/lib/base/version.o: $(BUILD)/gen/version.h

$(BUILD)/gen/sql/%.c: lib/store/sql/%.sql scripts/embed.sh
	@mkdir -p $(@D)
	$(Q)scripts/embed.sh relais_sql_$* $< >$@
$(BUILD)/gen/share/%.c: share/%.csv scripts/embed.sh
	@mkdir -p $(@D)
	$(Q)scripts/embed.sh relais_share_$* $< >$@
$(BUILD)/gen/share/sql/%.c: share/sql/%.sql scripts/embed.sh
	@mkdir -p $(@D)
	$(Q)scripts/embed.sh relais_share_sql_$* $< >$@
$(BUILD)/gen/profiles/%.c: share/profiles/%.ini scripts/embed.sh
	@mkdir -p $(@D)
	$(Q)scripts/embed.sh relais_profile_$* $< >$@
$(BUILD)/gen/po/%.mo: po/%.po
	@mkdir -p $(@D)
	$(Q)msgfmt --no-hash --check-format -o $@ $<
$(BUILD)/gen/po/%.c: $(BUILD)/gen/po/%.mo scripts/embed.sh
	$(Q)scripts/embed.sh relais_po_$* $< >$@

# libraries that are loaded when their work is asked for, see lib/base/late.h
LATE_H := $(patsubst %.late,$(BUILD)/gen/late/%.h,$(notdir $(late)))
vpath %.late $(sort $(dir $(late)))
$(LATE_H): $(BUILD)/gen/late/%.h: %.late scripts/late.sh
	@mkdir -p $(@D)
	$(Q)scripts/late.sh header $< >$@
$(BUILD)/gen/late/%.c: %.late scripts/late.sh
	@mkdir -p $(@D)
	$(Q)CC='$(CC)' LDFLAGS='$(LDFLAGS)' scripts/late.sh table $< >$@
$(BUILD)/gen/late/%.o: FLAGS += -I.
$(LIB_OBJ): | $(LATE_H)

$(BUILD)/gen/%.o: $(BUILD)/gen/%.c
	$(Q)$(CC) $(FLAGS) -c -o $@ $<
$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(FLAGS) $(EXTRA) -c -o $@ $<

$(LIB): $(LIB_OBJ)
	$(call say,AR,$@)
	$(Q)rm -f $@ && $(AR) qcs $@ $^
$(BUILD)/librelais.so: $(LIB_OBJ)
	$(call say,LD,$@)
	$(Q)$(LINK) -shared -Wl,--as-needed -Wl,-soname,librelais.so.$(ABI) -o $@ $^ $(LIBS)
$(BUILD)/relais.pc: $(BUILD)/gen/version.h FORCE
	$(Q)printf '%s\n' 'libdir=$(libdir)' 'includedir=$(includedir)' '' 'Name: relais' \
		'Description: figures, notes and plan of a federation of tourist offices' \
		"Version: $$(sed 's/.*"\(.*\)"/\1/' $(BUILD)/gen/version.h)" 'Libs: -L$${libdir} -lrelais' \
		'Cflags: -I$${includedir}' >$@

# the functions for SQLite: a front-end like the tools, loaded by whoever has SQLite; shows its entry alone
ext_obj := $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard cmd/sqlite/*.c))) $(BUILD)/cmd/tool_locale.o
$(EXTENSION): $(ext_obj) $(LIB)
	$(call say,LD,$@)
	$(Q)$(filter-out -no-pie,$(LINK)) -shared -Wl,--as-needed -Wl,--exclude-libs,ALL -o $@ $^ $(LIBS)

define tool_rule
tool_$(1) := $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard cmd/$(1)/*.c))) $(CMD_OBJ)
$(BUILD)/bin/rt-$(1): $$(tool_$(1)) $(LIB)
	@mkdir -p $$(@D)
	$$(call say,LD,$$@)
	$$(Q)$$(LINK) -Wl,--as-needed -o $$@ $$^ $$(LIBS)
# the same on the shared library, for packages: run with it installed
$(BUILD)/shared/rt-$(1): $$(tool_$(1)) $(BUILD)/librelais.so
	@mkdir -p $$(@D)
	$$(call say,LD,$$@)
	$$(Q)$$(LINK) -Wl,--as-needed -o $$@ $$^
endef
$(foreach t,$(tools),$(eval $(call tool_rule,$(t))))

# ---- tests ------------------------------------------------------------------
$(BUILD)/tests/unit/%: tests/unit/%.c $(LIB)
	@mkdir -p $(@D)
	$(call say,TEST,$<)
	$(Q)$(CC) $(FLAGS) $(LDFLAGS) -o $@ $< $(LIB) $(LIBS) -lxlsxwriter -lzip -lglpk -lcmocka

check: unit cli examples api ## unit tests, command-line cases, the manual's examples, programs that use the library
unit: $(UNIT) ## unit tests alone
	@scripts/run-unit $(UNIT)
cli: all ## command-line cases alone
	@BIN=$(abspath $(BUILD))/bin tests/run

# who looks for leaks starts a program to say where one is from
examples: all ## the manual's and the README's examples, run and compared
	@$(if $(SAN)$(COV),RT_GUARD=no) BIN=$(abspath $(BUILD))/bin scripts/man-examples

api: $(LIB) $(if $(SAN)$(COV),,lib) ## programs that use the library, as C and C++, compiled, run and compared
	@BUILD='$(BUILD)' CC='$(CC)' LIBS='$(LIBS)' WATCH='$(SAN:%=-fsanitize=%) $(if $(COV),$(COVER))' tests/examples/run

# what a fault leaves of a store: neither watched nor part of what is counted
FAULTS := $(BUILD)/tests/faults
fault_c := $(addprefix tests/faults/,mark.c shot.c scene.c process.c look.c judge.c disk.c)
FAULT_PROGRAMS := $(addprefix $(FAULTS)/,faults power kills full trap.so memory.so)
$(FAULT_PROGRAMS): $(sort $(wildcard tests/faults/*.[ch]))
$(FAULTS)/%.so: tests/faults/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(WARN) -O2 -fPIC -shared -o $@ $<
$(FAULTS)/%: tests/faults/%.c
	@mkdir -p $(@D)
	$(call say,TEST,$<)
	$(Q)$(CC) $(WARN) -O2 -g -o $@ $< $(fault_c) $(call pkg,--libs,sqlite3,-lsqlite3)

# the short form is a property; sanitizers have their own malloc, and time to lose
faults_here := $(filter Linux-x86_64 Linux-aarch64,$(shell uname -s -m | tr ' ' -))
cli: $(if $(SAN)$(COV),,$(if $(faults_here),$(FAULT_PROGRAMS)))
check-faults: all $(FAULT_PROGRAMS) ## what is left of a store by faults, power cuts, kills and full disks: hours; SCENES='import undo'
	@TESTS=$(FAULTS) BIN=$(BUILD)/bin tests/faults/run $(or $(SCENES),all)

# linked at a fixed address a sanitized tool starts in three quarters of the time
# what is read before it is written is rubbish there, the same each time
WATCHED := SAN=address,undefined CFLAGS='-O1 -g1 -fno-omit-frame-pointer -ftrivial-auto-var-init=pattern' LDFLAGS=-no-pie
asan: ## check under AddressSanitizer and UndefinedBehaviorSanitizer
	@$(MAKE) --no-print-directory $(WATCHED) check
# the parsers on bytes of libFuzzer: a program for each target, which is watched in what it uses alone; the main()
# of each tool hands its verbs to the target `options`
FUZZ     := $(BUILD)/tests/fuzz
fuzz_a   := $(FUZZ)/targets.a
fuzz_own := $(filter-out $(FUZZ)/fuzz.o,$(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard tests/fuzz/*.c))))
fuzz_obj := $(fuzz_own) $(tools:%=$(FUZZ)/rt-%.o) $(CMD_OBJ)
targets  := $(sort $(shell sed -n 's/^const fuzz_target fuzz_\([a-z]*\).*/\1/p' tests/fuzz/*.c))
FUZZ_LD  := -Wl,--wrap=tool_main,--wrap=pread,--wrap=close
define fuzz_tool_rule
$(FUZZ)/rt-$(1).o: $$(filter-out $(CMD_OBJ),$$(tool_$(1)))
	@mkdir -p $$(@D)
	$$(Q)$$(LD) -r -o $$@ $$^ && $$(OBJCOPY) --redefine-sym main=main_of_$(1) --keep-global-symbol=main_of_$(1) \
		$(COV:1=--keep-global-symbol=__llvm_profile_counter_bias) $$@
endef
$(foreach t,$(tools),$(eval $(call fuzz_tool_rule,$(t))))
$(fuzz_a): $(fuzz_obj)
	$(Q)rm -f $@ && $(AR) qcs $@ $^
# without any path that is counted libFuzzer does not begin
$(fuzz_own): override CFLAGS += -fsanitize=fuzzer-no-link
$(targets:%=$(FUZZ)/fuzz-%.o): $(FUZZ)/fuzz-%.o: tests/fuzz/fuzz.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(FLAGS) -DFUZZ_TARGET=fuzz_$* -c -o $@ $<
$(targets:%=$(FUZZ)/bin/%): $(FUZZ)/bin/%: $(FUZZ)/fuzz-%.o $(fuzz_a) $(LIB)
	@mkdir -p $(@D)
	$(call say,LD,$@)
	$(Q)$(LINK) -fsanitize=fuzzer $(FUZZ_LD) -o $@ $^ $(LIBS)
FUZZED := CC=clang SAN=address,undefined,fuzzer-no-link BUILD=build/fuzz CFLAGS='-O2 -g1 -fno-omit-frame-pointer' LDFLAGS=-no-pie
# the short form: the library as it is watched elsewhere in the check, so that nothing is built twice
fuzz-short: $(targets:%=$(FUZZ)/bin/%)
	@SHORT=1 FUZZ_PROGRAMS=$(FUZZ)/bin tests/fuzz/run $(T)
tsan: ## threads that use the library, under ThreadSanitizer
	@$(MAKE) --no-print-directory SAN=thread BUILD=build/tsan CFLAGS='-O1 -g1' build/tsan/librelais.a
	@BUILD=build/tsan CC='$(CC)' LIBS='$(LIBS)' WATCH=-fsanitize=thread tests/examples/run
coverage: ## the same with clang, and which lines and branches of lib/ it reached
	@rm -rf build/clang-coverage/profile
	@$(MAKE) --no-print-directory $(WATCHED) CC=clang COV=1 check fuzz-short
	@scripts/coverage build/clang-coverage 94 82

lint: ## layers, symbols, shell, SQL, static analysis
	@scripts/lint
format: ## clang-format in place
	@clang-format -i $$(git ls-files '*.c' '*.h')
format-check: ## clang-format, dry
	@clang-format --dry-run --Werror $$(git ls-files '*.c' '*.h')

mutants: $(LIB) ## wrong numbers, periods, evolutions and secrecy: do the unit tests see them?
	@BUILD='$(BUILD)' CC='$(CC)' LIBS='$(LIBS)' nice tests/mutants/run $(FILES)
check-peers: all ## seasons, quantiles and tests for outliers beside R (r-base-core)
	@BIN=$(abspath $(BUILD))/bin BUILD=$(abspath $(BUILD)) CC='$(CC)' tests/peers/run
check-web: all ## the example's pages in a browser: validity, access, figures (chromium, npm)
	@BIN=$(abspath $(BUILD))/bin tests/web/run
fuzz: ## a parser on bytes of libFuzzer, for long: T=csv (all without it), RUNS=10000000, MINUTES=, SHORT=1 (clang)
	@$(MAKE) --no-print-directory $(FUZZED) $(patsubst %,build/fuzz/tests/fuzz/bin/%,$(or $(T),$(targets)))
	@FUZZ_PROGRAMS=build/fuzz/tests/fuzz/bin tests/fuzz/run $(T)
check-hostile: all ## what is hostile, at length: every parser ten million times, then large things in little memory
	@$(MAKE) --no-print-directory T= fuzz
	@BIN=$(abspath $(BUILD))/bin tests/fuzz/large
check-databases: all ## every view in a real PostgreSQL and a DuckDB, row by row (postgresql; npm)
	@BIN=$(abspath $(BUILD))/bin tests/databases/run
bench: all ## figures beside the sqlite3 shell, as ratios
	@BIN=$(abspath $(BUILD))/bin tests/bench/run
bench-scale: all ## what a figure costs in a region, a nation and five: processor time, memory
	@BIN=$(abspath $(BUILD))/bin tests/bench/scale
bench-peers: all ## three jobs of a relay beside Miller, sqlite-utils, csvkit, hledger, VisiData
	@BIN=$(abspath $(BUILD))/bin CC='$(CC)' tests/peers/jobs/run
soak: all $(BUILD)/tests/soak/resident ## one imports, one publishes, twenty read, cron jobs collide: MINUTES=5
	@BIN=$(abspath $(BUILD))/bin RESIDENT=$(abspath $(BUILD))/tests/soak/resident CC='$(CC)' tests/soak/run
$(BUILD)/tests/soak/resident: tests/soak/resident.c $(LIB)
	@mkdir -p $(@D)
	$(call say,TEST,$<)
	$(Q)$(CC) $(FLAGS) $(LDFLAGS) -o $@ $< $(LIB) $(LIBS)
demo: all ## the example network, from files to the published note
	@BIN=$(abspath $(BUILD))/bin scripts/demo

# ---- installing ---------------------------------------------------------------
# where the shells look for what completes a command, by its name
bash_dir = $(datadir)/bash-completion/completions
zsh_dir  = $(datadir)/zsh/site-functions
fish_dir = $(datadir)/fish/vendor_completions.d

install: $(EXTENSION) $(if $(SHARED),$(tools:%=$(BUILD)/shared/rt-%) install-lib,all) ## into $(DESTDIR)$(PREFIX); SHARED=1: with the library
	install -d $(DESTDIR)$(bindir) $(DESTDIR)$(mandir)/man1 $(DESTDIR)$(mandir)/man5 $(DESTDIR)$(mandir)/man7
	install -d $(DESTDIR)$(datadir)/relais/example
	install -m 755 $(if $(SHARED),$(tools:%=$(BUILD)/shared/rt-%),$(TOOLS)) $(DESTDIR)$(bindir)
	install -m 644 share/*.csv $(DESTDIR)$(datadir)/relais
	install -d $(DESTDIR)$(datadir)/relais/profiles
	install -m 644 share/profiles/*.ini $(DESTDIR)$(datadir)/relais/profiles
	cp -R share/example/. $(DESTDIR)$(datadir)/relais/example
	install -d $(DESTDIR)$(datadir)/relais/sql
	install -m 644 share/sql/*.sql share/sql/*.json $(DESTDIR)$(datadir)/relais/sql
	install -m 755 share/sql/load $(DESTDIR)$(datadir)/relais/sql
	install -d $(DESTDIR)$(datadir)/relais/examples
	install -m 755 $(filter-out %.py %.R,$(wildcard share/examples/*)) $(DESTDIR)$(datadir)/relais/examples
	install -m 644 share/examples/*.py share/examples/*.R $(DESTDIR)$(datadir)/relais/examples
	for page in man/*.[157]; do install -m 644 $$page $(DESTDIR)$(mandir)/man$${page##*.}; done
	install -d $(DESTDIR)$(mandir)/fr/man1 $(DESTDIR)$(mandir)/fr/man5 $(DESTDIR)$(mandir)/fr/man7
	for page in man/fr/*.[157]; do install -m 644 $$page $(DESTDIR)$(mandir)/fr/man$${page##*.}; done
	sed -i 's,/usr/share/relais,$(datadir)/relais,g' $(DESTDIR)$(mandir)/man7/rt-tutorial.7 \
		$(DESTDIR)$(mandir)/man7/rt-cron.7 $(DESTDIR)$(mandir)/fr/man7/rt-tutorial.7 $(DESTDIR)$(mandir)/fr/man7/rt-cron.7
	install -d $(DESTDIR)$(libdir)/relais
	install -m 644 $(EXTENSION) $(DESTDIR)$(libdir)/relais
	install -d $(DESTDIR)$(datadir)/relais/units
	for f in share/units/*; do sed 's,/usr/share/relais,$(datadir)/relais,g; s,/usr/bin/rt-,$(bindir)/rt-,g; s,^PATH=/usr/bin:,PATH=$(bindir):/usr/bin:,' \
		$$f >$(DESTDIR)$(datadir)/relais/units/$${f##*/}; done
	chmod 644 $(DESTDIR)$(datadir)/relais/units/*
	install -d $(DESTDIR)$(bash_dir) $(DESTDIR)$(zsh_dir) $(DESTDIR)$(fish_dir)
	install -m 644 share/completion/_relais $(DESTDIR)$(zsh_dir)
	for t in $(tools); do install -m 644 share/completion/relais.bash $(DESTDIR)$(bash_dir)/rt-$$t; \
		install -m 644 share/completion/relais.fish $(DESTDIR)$(fish_dir)/rt-$$t.fish; done
install-lib: lib ## the library, its header, its pages and relais.pc
	install -d $(DESTDIR)$(libdir)/pkgconfig $(DESTDIR)$(includedir)
	install -m 644 $(BUILD)/librelais.so $(DESTDIR)$(libdir)/librelais.so.$(ABI)
	ln -sf librelais.so.$(ABI) $(DESTDIR)$(libdir)/librelais.so
	install -m 644 include/relais.h $(DESTDIR)$(includedir)
	install -m 644 $(BUILD)/relais.pc $(DESTDIR)$(libdir)/pkgconfig
	install -d $(DESTDIR)$(mandir)/man3 $(DESTDIR)$(mandir)/fr/man3
	install -m 644 man/librelais.3 $(DESTDIR)$(mandir)/man3
	install -m 644 man/fr/librelais.3 $(DESTDIR)$(mandir)/fr/man3
uninstall: ## what install and install-lib put there
	rm -f $(DESTDIR)$(libdir)/librelais.so $(DESTDIR)$(libdir)/librelais.so.$(ABI) \
		$(DESTDIR)$(includedir)/relais.h $(DESTDIR)$(libdir)/pkgconfig/relais.pc
	rm -f $(tools:%=$(DESTDIR)$(bindir)/rt-%) $(DESTDIR)$(libdir)/relais/relais_sql.so
	rmdir $(DESTDIR)$(libdir)/relais 2>/dev/null || true
	for f in man/*.[1357]; do \
		rm -f $(DESTDIR)$(mandir)/man$${f##*.}/$${f##*/} $(DESTDIR)$(mandir)/fr/man$${f##*.}/$${f##*/}; done
	rm -f $(DESTDIR)$(zsh_dir)/_relais $(tools:%=$(DESTDIR)$(bash_dir)/rt-%) $(tools:%=$(DESTDIR)$(fish_dir)/rt-%.fish)
	rm -rf $(DESTDIR)$(datadir)/relais

dist: ## a source archive of HEAD
	@scripts/dist
reproducible: ## the same bytes from two folders: tools, library, source archive
	@scripts/reproducible --whole
package: ## Debian packages of HEAD, in build/packages
	@scripts/package
bundle: all ## one archive of tools and libraries, for machines where nothing can be installed, in build
	@scripts/bundle
check-bundle: all ## the bundle, made and used in an empty root
	@scripts/check-bundle
sbom: all ## what the tools are made of (SPDX 2.3, JSON), in build/relais.spdx.json
	@scripts/sbom >build/relais.spdx.json
check-package: ## packages built, installed, used and removed in clean Debian roots (root, debootstrap)
	@scripts/check-package
check-container: all ## the image of packaging/container, built and used (root, buildah, a root of check-package)
	@scripts/check-container --build
book: ## the manual as pages for a browser, in build/book
	@scripts/book build/book
doctor: ## what is missing to build and test, and the line that installs it
	@scripts/doctor
clean: ## remove build/
	rm -rf build
help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' Makefile | expand -t 16

-include $(shell find $(BUILD) -name "*.d" 2>/dev/null)
