# The commands of Baton. Each is a script in .ci/ that says what it does; `exec` hands it the place
# of the shell, so that Ctrl-C and SIGTERM reach what it runs.

.PHONY: help run test check nightly dev setup

help:
	@echo 'make run      build what is missing, start Baton and print its address'
	@echo 'make dev      the same, rebuilt and reloaded when a file changes'
	@echo 'make test     every test: Rust, PostgreSQL, Chromium'
	@echo 'make check    formatting, lints, documentation, dependencies, types'
	@echo 'make nightly  every page on every screen, the faults and the model test at full size'
	@echo 'make setup    only what the machine lacks'

run:
	@exec .ci/serve

dev:
	@exec .ci/dev

test:
	@exec .ci/test

check:
	@exec .ci/check

nightly:
	@exec .ci/nightly

setup:
	@exec .ci/setup/all
