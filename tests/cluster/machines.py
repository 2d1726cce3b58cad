"""Machines in network namespaces on one bridge, with power, a cable and a disk that can be full."""

import json
import os
import pathlib
import signal
import subprocess
import time

NETWORK = "10.93.0"
PACKAGED = pathlib.Path(__file__).resolve().parents[2] / "packaging" / "examples" / "cluster"


def command(*words, **more):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True,
                          **more).stdout


def make_bridge(further_addresses):
    """The switch that all are plugged into; who puts load on them stands at it, too."""
    # Namespaces have names in files; these belong to us alone.
    os.makedirs("/run/netns", exist_ok=True)
    command("mount", "-t", "tmpfs", "names", "/run/netns")
    command("ip", "link", "set", "lo", "up")
    command("ip", "link", "add", "switch", "type", "bridge")
    command("ip", "link", "set", "switch", "up")
    for address in further_addresses:
        command("ip", "address", "add", f"{address}/24", "dev", "switch")


def fill_in(name, values):
    """A file of packaging/examples/cluster with what stands between @ filled in."""
    text = (PACKAGED / name).read_text(encoding="utf-8")
    body = []
    for line in text.splitlines(keepends=True):
        if not line.lstrip().startswith("#"):
            for key, value in values.items():
                line = line.replace(f"@{key}@", value)
            if "@" in line:
                raise ValueError(f"{name}: nobody fills in: {line}")
        body.append(line)
    return "".join(body)


class Machine:
    def __init__(self, name, number, place):
        self.name = name
        self.address = f"{NETWORK}.{number}"
        self.place = place / name
        self.place.mkdir()
        self.place.chmod(0o755)
        self.log = place / "logs" / name
        self.log.mkdir(parents=True)
        self.log.chmod(0o777)
        self.mounts = []
        self.services = []
        self.process = None
        command("ip", "netns", "add", name)
        command("ip", "link", "add", name, "type", "veth", "peer", "name", "eth0", "netns", name)
        command("ip", "link", "set", name, "master", "switch", "up")
        command("ip", "-n", name, "address", "add", f"{self.address}/24", "dev", "eth0")
        for device in ("lo", "eth0"):
            command("ip", "-n", name, "link", "set", device, "up")

    def directory(self, target, owner="root", mode=0o755):
        """A directory of this machine's own in place of that one; where it is seen from outside."""
        source = self.place / target.strip("/").replace("/", "-")
        source.mkdir()
        self.own(source, owner, mode)
        self.mounts.append((str(source), target))
        return source

    def disk(self, target, owner, mode, megabytes):
        """The same on a file system of its own, of that size."""
        source = self.directory(target)
        command("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", self.name, source)
        self.own(source, owner, mode)
        return source

    def file(self, path, text, owner="root", mode=0o644):
        path.write_text(text, encoding="utf-8")
        self.own(path, owner, mode)

    @staticmethod
    def own(path, owner, mode):
        command("chown", f"{owner}:{owner}", path)
        path.chmod(mode)

    def service(self, name, argv, user="root", environment=None, again_after=1.0):
        self.services.append({"argv": [str(word) for word in argv], "user": user,
                              "environment": environment or {}, "log": str(self.log / name),
                              "again_after": again_after})

    # ---- power

    def power_on(self):
        told = self.place / "machine.json"
        told.write_text(json.dumps({"name": self.name, "mounts": self.mounts,
                                    "services": self.services}), encoding="utf-8")
        self.plug_in()
        with open(self.log / "machine", "ab") as log:
            self.process = subprocess.Popen(
                ["nsenter", f"--net=/run/netns/{self.name}", "unshare", "--mount", "--uts", "--pid",
                 "--fork", "--kill-child=SIGKILL", "--mount-proc", "python3", "-B",
                 str(pathlib.Path(__file__).with_name("machine.py")), str(told)],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)

    def power_off(self):
        """Nobody is told: the cable is dead before the processes are."""
        self.unplug()
        self.process.kill()
        self.process.wait()
        until = time.monotonic() + 10
        while self.pids() and time.monotonic() < until:
            time.sleep(0.02)
        self.process = None

    def is_on(self):
        return self.process is not None

    # ---- cable

    def unplug(self):
        command("ip", "link", "set", self.name, "down")

    def plug_in(self):
        command("ip", "link", "set", self.name, "up")

    # ---- processes

    def first_process(self):
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return int(children.read_text().split()[0])

    def pids(self, *beginnings):
        """Its processes whose command line begins so, or all."""
        found = []
        for entry in pathlib.Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                if os.stat(entry / "ns" / "net").st_ino != self.network():
                    continue
                words = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue
            if words and (not beginnings or words.startswith(beginnings)):
                found.append(int(entry.name))
        return found

    def network(self):
        return os.stat(f"/run/netns/{self.name}").st_ino

    def signal(self, which, *beginnings):
        hit = self.pids(*beginnings)
        for pid in hit:
            try:
                os.kill(pid, which)
            except ProcessLookupError:
                pass
        return len(hit)

    def kill(self, *beginnings):
        return self.signal(signal.SIGKILL, *beginnings)

    def run(self, *words, user="root", timeout=120, environment=None):
        """A command on it, as somebody at its console runs it."""
        as_user = []
        if user != "root":
            as_user = ["setpriv", "--reuid", user, "--regid", user, "--clear-groups"]
        return subprocess.run(
            ["nsenter", "--target", str(self.first_process()), "--mount", "--uts", "--net", "--pid"]
            + as_user + [str(word) for word in words],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=timeout,
            env={**os.environ, **(environment or {})}, check=False)


def node(name, number, place, values, disk_megabytes):
    """etcd, Patroni and PostgreSQL, at the paths of their packages and with the files that are
    given to deployers."""
    made = Machine(name, number, place)
    values = {**values, "NAME": name, "ADDRESS": made.address}
    settings = made.directory("/etc/patroni")
    made.file(settings / "config.yml", fill_in("patroni.yml", values), "postgres", 0o600)
    made.directory("/var/lib/etcd", "etcd", 0o700)
    made.directory("/run/postgresql", "postgres", 0o775)
    made.data = made.disk("/var/lib/postgresql", "postgres", 0o755, disk_megabytes)
    # what systemd reads from /lib/systemd/system/etcd.service and /etc/default/etcd
    environment = {"ETCD_DATA_DIR": "/var/lib/etcd/default"}
    for line in fill_in("etcd", values).splitlines():
        if line and not line.startswith("#"):
            key, value = line.split("=", 1)
            environment[key] = value.strip('"')
    made.service("etcd", ["/usr/bin/etcd"], "etcd", environment)
    made.service("patroni", ["/usr/bin/patroni", "/etc/patroni/config.yml"], "postgres",
                 {"HOME": "/var/lib/postgresql", "LC_ALL": "C.UTF-8"})
    return made


def house(name, number, place, values, juece, shared):
    """HAProxy and a server of Juece, whose data directory all houses share."""
    made = Machine(name, number, place)
    settings = made.directory("/etc/haproxy")
    made.file(settings / "haproxy.cfg", fill_in("haproxy.cfg", values))
    made.directory("/var/lib/haproxy", "haproxy")
    made.service("haproxy", ["/usr/sbin/haproxy", "-W", "-f", "/etc/haproxy/haproxy.cfg"])
    # after juece.service: RestartSec=5
    made.service("juece",
                 [juece, "serve", "--data", shared, "--listen", "0.0.0.0:8080",
                  "--trusted-peer", values["HOUSE1"], "--trusted-peer", values["HOUSE2"]],
                 environment={"JUECE_DATABASE": values["URL"], "PGPASSFILE": values["PASSFILE"]},
                 again_after=5.0)
    return made
