"""The first process of one machine: mounts its directories over those of the packages, starts its
services and starts those again that end, as systemd does on a real one. Whoever ends it ends the
machine as a power cut does."""

import json
import os
import signal
import socket
import subprocess
import sys
import time


class Service:
    def __init__(self, told):
        self.argv = told["argv"]
        self.user = told["user"]
        self.environment = {**os.environ, **told["environment"]}
        self.log = told["log"]
        self.again_after = told["again_after"]
        self.pid = 0
        self.due = 0.0

    def start(self):
        as_user = []
        if self.user != "root":
            as_user = ["setpriv", "--reuid", self.user, "--regid", self.user, "--clear-groups"]
        with open(self.log, "ab") as log:
            self.pid = subprocess.Popen(
                as_user + self.argv, env=self.environment, cwd="/", stdin=subprocess.DEVNULL,
                stdout=log, stderr=log, start_new_session=True).pid

    def ended(self):
        self.pid = 0
        self.due = time.monotonic() + self.again_after


def reap(services):
    while True:
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        # others are orphans of services, such as PostgreSQL after Patroni was killed
        for service in services:
            if service.pid == pid:
                service.ended()


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        told = json.load(file)
    socket.sethostname(told["name"])
    for source, target in told["mounts"]:
        subprocess.run(["mount", "--bind", source, target], check=True)
    # Ctrl-C at the terminal is for the whole, which ends this too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    services = [Service(one) for one in told["services"]]
    while True:
        reap(services)
        for service in services:
            if service.pid == 0 and time.monotonic() >= service.due:
                service.start()
        time.sleep(0.05)


main()
