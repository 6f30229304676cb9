#!/usr/bin/env bash
# Lists the jobs. With the name or ID of a job, starts a run of it and waits for its end.
#
# Shows a signer, a paged listing and a wait with bash 4.4, curl, openssl and jq.
#
#     ncloud-dataflow emulator exec -- ./client.sh job001    # the emulator
#     ./client.sh nightly_etl    # the service; set NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY
#
# Exit code: 0 the run succeeded, 1 it did not succeed or a call failed, 2 wrong usage.
#
# The secret key is never an argument of a program, because `ps` shows arguments to all users of the machine.
# `openssl dgst -hmac` and `openssl mac -macopt` take a key as an argument only, so `sign` makes the two hashes of an
# HMAC itself (RFC 2104). `printf` is part of bash and starts no program. Headers go to curl through its standard input.
set -euo pipefail
shopt -s inherit_errexit

fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# sign TEXT: the HMAC-SHA256 of a text, in Base64
sign() {
    local LC_ALL=C key=$NCLOUD_SECRET_ACCESS_KEY inner='' outer='' byte i
    ((${#key} <= 64)) || fail "a secret key of more than 64 bytes needs to be hashed first"
    for ((i = 0; i < 64; i++)); do
        byte=0
        ((i >= ${#key})) || printf -v byte %d "'${key:i:1}"
        printf -v inner '%s\\x%02x' "$inner" $((byte ^ 0x36))
        printf -v outer '%s\\x%02x' "$outer" $((byte ^ 0x5c))
    done
    {
        printf '%b' "$outer"
        { printf '%b' "$inner"; printf %s "$1"; } | openssl dgst -sha256 -binary
    } | openssl dgst -sha256 -binary | openssl base64 -A
}

# call METHOD TARGET [CURL OPTION...]: the body of the response. The target is signed exactly as it is sent.
call() {
    local method=$1 target=$2 timestamp signature response status
    shift 2
    timestamp=$(date +%s)000
    signature=$(sign "$method $target"$'\n'"$timestamp"$'\n'"$NCLOUD_ACCESS_KEY_ID")
    response=$(printf '%s\n' "x-ncp-apigw-timestamp: $timestamp" "x-ncp-iam-access-key: $NCLOUD_ACCESS_KEY_ID" \
        "x-ncp-apigw-signature-v2: $signature" 'content-type: application/json' |
        curl --silent --show-error --max-time 30 --write-out '\n%{http_code}' --header @- --request "$method" "$@" \
            "$endpoint$target") || fail "$method $target failed"
    status=${response##*$'\n'} response=${response%$'\n'*}
    # The body says why. jq makes control characters harmless for the terminal.
    [[ $status == 2?? ]] || fail "$method $target: HTTP $status: $(jq -Rs '.[:500]' <<<"$response")"
    printf '%s\n' "$response"
}

# jobs: all jobs, one JSON object a line. A response has no total: the last page is the first empty one.
jobs() {
    local page=0 response rows
    while true; do
        response=$(call GET "/api/v1/jobs?page=$page&limit=100")
        rows=$(jq -c '.list[]' <<<"$response")
        [[ $rows ]] || break
        printf '%s\n' "$rows"
        page=$((page + 1))
    done
}

# run JOB_ID: starts a run and polls until it has ended. Do not retry it blindly: the run may have been started.
run() {
    local path=/api/v1/jobs/$1/executions run status pause=1 until=$((SECONDS + 7200))
    run=$(call POST "$path" --data '{}')
    while status=$(jq -r .status <<<"$run") && [[ $status != @(COMPLETED|FAILED|CANCELED) ]]; do
        ((SECONDS < until)) || fail "the run is $status after two hours; it continues"
        sleep $pause
        ((pause >= 10)) || ((pause++))
        run=$(call GET "$path/$(jq -r '.jobExecutionId | @uri' <<<"$run")")
    done
    jq -r '[.jobExecutionId, .status] | @tsv' <<<"$run"
    [[ $status == COMPLETED ]]
}

(($# <= 1)) || { printf 'usage: client.sh [JOB]\n' >&2; exit 2; }
[[ ${NCLOUD_ACCESS_KEY_ID-} && ${NCLOUD_SECRET_ACCESS_KEY-} ]] ||
    fail "set NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY"
endpoint=${NCLOUD_DATAFLOW_ENDPOINT:-https://dataflow.apigw.ntruss.com} endpoint=${endpoint%/}
all=$(jobs)
jq -r '[.jobId, (.name | tojson), .lastExecutionStatus] | @tsv' <<<"$all"
(($#)) || exit 0
id=$(jq -r --arg job "$1" 'select(.jobId == $job or .name == $job) | .jobId | @uri' <<<"$all")
[[ $id && $id != *$'\n'* ]] || fail "not exactly one job has the name or ID '$1'"
run "$id"
