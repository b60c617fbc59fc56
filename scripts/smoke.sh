# smoke.sh COACH FOLDER: use an installed coach, from begin to end, in a folder that is no checkout.
coach=$1
cd "$2"

says() { # says TEXT COMMAND...: the command works, and what it prints holds TEXT
    local text=$1 printed
    shift
    printed=$("$@") || return
    grep -qF -- "$text" <<<"$printed" || {
        printf '%s\n' "expected: $text" "printed: $printed" >&2
        return 1
    }
}

says "coach " "$coach" --version
says "prep" "$coach" --help
says "" "$coach" demo
says "coaching" "$coach" init coaching
says "Anna Berg" "$coach" add 'Anna Berg' --started 2026-09-01
says "green" "$coach" log anna 'Good pace; green: discovery – asked about budget; @me call Karin by fri; next: in 2 weeks'
says "call Karin" "$coach" prep anna
says '"Anna Berg"' "$coach" weekly --json
says "" "$coach" prep anna -o anna.html
grep -qF "Anna Berg" anna.html
says "Took back" "$coach" undo
[ "$(grep -cF '[[' coaching/sellers/anna-berg.toml || true)" = 0 ]
