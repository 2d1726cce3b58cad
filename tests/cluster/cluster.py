"""The whole environment: three nodes, two houses, the sample district, and who is what in it."""

import json
import os
import secrets
import subprocess
import time
import urllib.request

import machines
from record import Record
from wire import ask

NODES = {"node1": 11, "node2": 12, "node3": 13}
HOUSES = {"house1": 21, "house2": 22}
DISK_MEGABYTES = 1200


def patient(seconds, what, holds):
    """Waits until it holds; how long that took."""
    begun = time.monotonic()
    while not holds():
        if time.monotonic() - begun > seconds:
            raise TimeoutError(f"{what} takes more than {seconds} s")
        time.sleep(0.2)
    return time.monotonic() - begun


class Cluster:
    def __init__(self, place, juece):
        self.place = place
        self.juece = juece
        (place / "logs").mkdir()
        machines.make_bridge([f"{machines.NETWORK}.{number}" for number in (1, *range(101, 109))])
        self.values = {"NETWORK": f"{machines.NETWORK}.0/24"}
        for name, number in {**NODES, **HOUSES}.items():
            self.values[name.upper()] = f"{machines.NETWORK}.{number}"
        for whose in ("PATRONI", "SUPERUSER", "REPLICATION", "REWIND", "JUECE"):
            self.values[f"{whose}_PASSWORD"] = secrets.token_urlsafe(18)
        self.passfile = place / "pgpass"
        self.passfile.write_text(f"*:*:*:juece:{self.values['JUECE_PASSWORD']}\n"
                                 f"*:*:*:postgres:{self.values['SUPERUSER_PASSWORD']}\n",
                                 encoding="utf-8")
        self.passfile.chmod(0o600)
        self.values["PASSFILE"] = str(self.passfile)
        self.values["URL"] = self.url_for(os.environ.get("JUECE_CLUSTER_WAY", "haproxy"))
        self.shared = place / "shared"
        self.nodes = {name: machines.node(name, number, place, self.values, DISK_MEGABYTES)
                      for name, number in NODES.items()}
        self.houses = {name: machines.house(name, number, place, self.values, juece, self.shared)
                       for name, number in HOUSES.items()}

    def url_for(self, way):
        """How Juece finds the primary: by HAProxy beside it, or by asking all nodes itself."""
        if way == "haproxy":
            return "postgresql://juece@127.0.0.1:5000/juece"
        if way == "hosts":
            hosts = ",".join(f"{machines.NETWORK}.{number}" for number in NODES.values())
            return f"postgresql://juece@{hosts}/juece?target_session_attrs=read-write"
        raise ValueError(f"JUECE_CLUSTER_WAY is haproxy or hosts, not {way}")

    # ---- setting it up

    def start(self):
        """Everything from nothing, in the order of the README."""
        district = subprocess.Popen([self.juece, "demo", "--data", self.shared],
                                    stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        for node in self.nodes.values():
            node.power_on()
        took = patient(180, "the set-up of three nodes", self.is_whole)
        yield f"three nodes: a primary and two standbys after {took:.0f} s"
        self.make_database()
        if district.wait() != 0:
            raise RuntimeError("the sample district cannot be made")
        self.command("migrate-to", "--data", self.shared, self.url_of(self.primary()))
        yield "the sample district was moved into the cluster"
        for name, house in self.houses.items():
            house.power_on()
            # The first start reckons all limits anew.
            took = patient(300, f"the start of Juece on {name}", lambda at=name: self.serves(at))
            yield f"Juece on {name} is ready after {took:.0f} s"

    def make_database(self):
        primary = Record(self.nodes[self.primary()].address, self.passfile)
        for words in (f"create role juece login password '{self.values['JUECE_PASSWORD']}'",
                      "create database juece owner juece encoding 'UTF8' locale 'C.UTF-8'"
                      " template template0"):
            primary.rows(words, user="postgres", database="postgres")

    # ---- asking it

    def asks(self, node, path):
        """What Patroni of that node answers: a status, 0 when it does not."""
        return ask((self.nodes[node].address, 8008), "GET", path, timeout=3.0).status

    def primaries(self):
        return [name for name in self.nodes if self.asks(name, "/primary") == 200]

    def primary(self):
        found = self.primaries()
        return found[0] if len(found) == 1 else None

    def sync_standby(self):
        found = [name for name in self.nodes if self.asks(name, "/synchronous") == 200]
        return found[0] if found else None

    def is_whole(self):
        """One primary, two standbys on its time line without a lag, one of which it waits for."""
        primary = self.primary()
        if not primary or not self.sync_standby():
            return False
        members = self.members(primary)
        return (len(members) == 3 and len({one.get("timeline") for one in members}) == 1 and
                all(self.asks(name, "/replica") == 200 for name in self.nodes if name != primary) and
                all(0 <= int(one["lag"]) <= 16_000_000 for one in members if one["name"] != primary
                    and str(one.get("lag", "")).isdigit()))

    def members(self, node):
        try:
            with urllib.request.urlopen(f"http://{self.nodes[node].address}:8008/cluster",
                                        timeout=3) as got:
                return json.load(got)["members"]
        except (OSError, ValueError):
            return []

    def serves(self, house):
        return ask((self.houses[house].address, 8080), "GET", "/readyz", timeout=5.0).status == 200

    def is_ready(self):
        return all(self.serves(house) for house in self.houses)

    def record_at(self, node):
        return Record(self.nodes[node].address, self.passfile)

    def url_of(self, node):
        return f"postgresql://juece@{self.nodes[node].address}/juece"

    def command(self, *words):
        """A command of Juece, as one gives it beside a server."""
        said = subprocess.run([self.juece, *words], stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, env={**os.environ, "PGPASSFILE": str(self.passfile)},
                              check=False)
        if said.returncode != 0:
            raise RuntimeError(f"juece {words[0]} ends with {said.returncode}: "
                               f"{(said.stdout + said.stderr)[-1500:]}")

    def sign_in_word_of(self, login):
        for line in (self.shared / "sign-in.txt").read_text(encoding="utf-8").splitlines():
            if line.split("\t")[0] == login:
                return line.split("\t")[1]
        raise KeyError(login)
