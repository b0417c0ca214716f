#!/bin/sh
# A PostgreSQL and a hot standby that follows it as it writes, both on the loopback address, for tests.
#   standby.sh make <programs> <directory> <port> <port of the standby> <file with the owner's password>
#   standby.sh start <programs> <directory> primary|standby
#   standby.sh stop <programs> <directory> primary|standby
# <programs> holds initdb, pg_ctl and postgres; nothing else is needed, since the standby begins as a copy of a primary that
# never ran. One of a primary that runs is made with pg_basebackup.
set -eu
what=$1 programs=$2 directory=$3

begin() {
  "$programs/pg_ctl" start --wait --timeout=60 --pgdata="$directory/$1" --log="$directory/$1.log" > /dev/null ||
    { cat "$directory/$1.log"; exit 1; }
}

make() {
  port=$1 standby_port=$2 password_file=$3
  "$programs/initdb" --pgdata="$directory/primary" --username=attune --pwfile="$password_file" --auth=scram-sha-256 \
    --encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C --no-sync > /dev/null
  cat >> "$directory/primary/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
port = $port
max_connections = 100
shared_buffers = 64MB
fsync = off
jit = off
timezone = UTC
lc_messages = C
default_text_search_config = 'pg_catalog.simple'
wal_level = replica
wal_keep_size = 256MB
wal_retrieve_retry_interval = 200ms
hot_standby_feedback = on
max_standby_streaming_delay = 1s
CONF
  # initdb lets everybody in who knows the password, and replication from this machine as well.
  cp -R "$directory/primary" "$directory/standby"
  touch "$directory/standby/standby.signal"
  cat >> "$directory/standby/postgresql.conf" <<CONF
port = $standby_port
primary_conninfo = 'host=127.0.0.1 port=$port user=attune password=$(cat "$password_file") application_name=standby'
CONF
  begin primary
  begin standby
}

case $what in
  make) make "$4" "$5" "$6" ;;
  start) begin "$4" ;;
  stop) [ ! -e "$directory/$4/postmaster.pid" ] ||
    "$programs/pg_ctl" stop --wait --mode=immediate --pgdata="$directory/$4" > /dev/null ;;
esac
