# GATEWAY, PUBLIC_HOST: where the gateway is, and the name it answers under. TOKEN_FILE: a personal access token that may write.
token_file=${TOKEN_FILE:-/etc/memoro/test/token}

answer=$(curl -sS --max-time 10 --retry 30 --retry-delay 2 --retry-all-errors --fail "$GATEWAY/healthz")
echo "The gateway says $answer."
if [ ! -f "$token_file" ]; then
  echo 'Not tried: writing a note and finding it. Name a Secret with a personal access token in tests.existingSecret.'
  exit 0
fi

# Over standard input, so that no process list shows the token.
call() {
  printf 'header = "Authorization: Bearer %s"\n' "$(cat "$token_file")" |
    curl -sS --max-time 15 --fail-with-body -K - -H "Host: $PUBLIC_HOST" -H 'Content-Type: application/json' "$@"
}

word=probe$(date +%s)
note=$(call -d "{\"notes\":\"The $word orchestra rehearsed in the old harbour.\"}" "$GATEWAY/api/v1/interactions")
id=$(printf '%s' "$note" | sed -n 's/.*"id" *: *"\([0-9a-f-]\{36\}\)".*/\1/p' | head -n 1)
[ -n "$id" ] || { echo "The note was not taken: $note"; exit 1; }
echo "Wrote note $id."

found=no
tries=0
while [ $tries -lt 60 ]; do
  tries=$((tries + 1))
  if call "$GATEWAY/api/v1/search?q=$word" | grep -q "$id"; then
    found=yes
    break
  fi
  sleep 2
done
call -X DELETE "$GATEWAY/api/v1/interactions/$id" >/dev/null
[ $found = yes ] || { echo "Note $id was not found within two minutes: see the logs of embedding-worker and search-service."; exit 1; }
echo 'Found it by search, and deleted it.'
