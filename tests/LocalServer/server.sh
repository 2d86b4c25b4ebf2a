#!/usr/bin/env bash
# A server nobody here wrote: llama.cpp's, from Debian, with a model of model.py. Needs root, debootstrap, and deb.debian.org.
#
#   server.sh install ROOT                              a small Debian with the server in it
#   server.sh start ROOT TEMPLATE PORT KEY [OPTION...]  serves a model on 127.0.0.1; TEMPLATE is glm or json
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

install() {
  # Debian's stable release has no llama.cpp. An older debootstrap does not know the name of the next one, whose script is sid's.
  debootstrap --variant=minbase --include=llama.cpp-tools,python3-gguf forky "$1" http://deb.debian.org/debian sid
}

start() {
  local root=$1 template=$2 port=$3 key=$4 home
  shift 4
  home=$(mktemp -d "$root/srv/model.XXXXXX")
  chmod 755 "$home"
  cp "$here/model.py" "$here/$template.jinja" "$home"
  local inside=${home#"$root"}
  chroot "$root" python3 "$inside/model.py" "$inside/$template.jinja" "$inside/model.gguf"
  # Every token may come: no sampler but chance, so that nothing except the grammar shapes a call.
  exec chroot --userspec=nobody:nogroup "$root" llama-server --offline --no-ui --jinja --host 127.0.0.1 --port "$port" --api-key "$key" \
    --model "$inside/model.gguf" --alias "$template" --threads 1 --parallel 2 --ctx-size 16384 --temp 1 --top-k 0 --top-p 1 --min-p 0 "$@"
}

case "${1:-}" in
  install | start) "$@" ;;
  *) sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
