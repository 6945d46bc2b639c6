# shellcheck shell=sh
# Makes the environments of this checkout. Sourced by ./run, ./test and .ci/run, which set $root.
#
# Each environment is made from one lock: .venv/run from requirements/run.txt, and so on. The copy
# of the lock inside it is written last, so an environment that has this copy is whole, and any
# other one is made anew. Everything said here goes to standard error.

say() { printf 'guarantor: %s\n' "$*" >&2; }

fail() {
    say "$@"
    exit 1
}

# environment NAME: see to it that .venv/NAME is there and made from requirements/NAME.txt.
environment() {
    # shellcheck disable=SC2154 # the script that sources this file sets $root
    lock=$root/requirements/$1.txt
    venv=$root/.venv/$1
    if is_ready; then return; fi
    if [ -e "$root/.venv/pyvenv.cfg" ]; then
        fail "$root/.venv was made by another tool; please move it away and try again"
    fi
    find_python
    # Tried in a subshell, so that what goes wrong is said in one sentence and not by the shell.
    if ! (mkdir -p "$root/.venv" && : >>"$venv.lock") 2>/dev/null; then
        fail "cannot write in $root, where the environment has to be made"
    fi
    # The kernel keeps this lock while anything started here runs, and frees it however that ends.
    exec 9>>"$venv.lock"
    if ! "$python" -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)' \
        9>&9 2>/dev/null; then
        say "another set-up is at work in $venv; waiting for it"
        "$python" -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX)' 9>&9 ||
            fail "cannot lock $venv.lock"
    fi
    if ! is_ready; then
        make_environment
        show_the_sources
        cp "$lock" "$venv/made-from.txt"
        say "ready"
    fi
    exec 9>&-
}

# debian_package COMMAND PACKAGE: install a Debian package where its command is missing and that can
# be done; tests that need it are skipped with one line where it is not there.
debian_package() {
    if command -v "$1" >/dev/null; then return; fi
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "installing the Debian package $2, which tests need"
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$2"; } >/dev/null 2>&1 ||
            say "$2 cannot be installed here"
    fi
}

# has_node: is there a Node that builds the pages of the room? With its npm, 20.19 or newer.
has_node() {
    command -v npm >/dev/null && node -e '
const [major, minor] = process.versions.node.split(".").map(Number);
process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)' 2>/dev/null
}

is_ready() { [ -x "$venv/bin/python" ] && cmp -s "$lock" "$venv/made-from.txt"; }

# find_python: set $python to the newest Python that really runs; a command of that name may be a
# shim that fails.
find_python() {
    for candidate in python3.15 python3.14 python3.13 python3.12 python3.11 python3; do
        if python=$("$candidate" -c '
import sys
if sys.version_info < (3, 11):
    sys.exit(1)
print(sys.executable)' 2>/dev/null); then return; fi
    done
    fail "needs Python 3.11 or newer, and none was found; please install one" \
        "(Debian, Ubuntu: apt install python3 python3-venv)"
}

# make_environment: make $venv from $lock with uv where it works, else with venv and pip.
make_environment() {
    say "setting up $venv with $("$python" -V), once; this takes up to a minute or two"
    rm -rf "$venv"
    if has_uv && uv venv --quiet --no-project --python "$python" "$venv" >&2; then
        installer=uv
    elif "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        "$python" -m venv "$venv" >&2 || fail "$python could not make an environment in $venv"
        installer=pip
    else
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        fail "$python cannot make environments; please install the system package" \
            "python$version-venv (Debian, Ubuntu: apt install python$version-venv) or uv"
    fi
    say "installing $(grep -c '^[a-z].*==' "$lock") packages with $installer"
    "install_with_$installer" || fail "the set-up did not succeed; it starts anew at the next call"
}

# show_the_sources: the package is not installed but read where it lies, which needs no build tool.
show_the_sources() {
    for site_packages in "$venv"/lib/python*/site-packages; do
        echo ../../../../../src >"$site_packages/guarantor-checkout.pth"
    done
}

# In the checkout, so that the settings of whatever project the caller stands in do not count.
has_uv() { (cd "$root" && uv --version) >/dev/null 2>&1; }

install_with_uv() (
    cd "$root" && uv pip install --quiet --python "$venv/bin/python" --require-hashes --no-deps \
        --only-binary :all: --compile-bytecode --requirement "$lock" >&2
)

install_with_pip() {
    PIP_USER=0 "$venv/bin/python" -m pip install --quiet --require-hashes --no-deps \
        --only-binary :all: --disable-pip-version-check --no-input --requirement "$lock" >&2
}
