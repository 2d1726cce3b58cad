"""The faults, each as it comes in life. A fault does its harm, mends it, and tells what it saw; what
may not be is a Broken."""

import os
import shutil
import signal
import time

from cluster import patient


class Broken(Exception):
    """Something that three nodes promise did not hold."""


PATRONI = "/usr/bin/python3 /usr/bin/patroni"
TAKE_OVER = 45  # seconds; ttl and an election, and the patience of two busy cores


def new_primary(cluster, old):
    """Waits until another one is the primary, and names it."""
    def is_there():
        return any(name != old for name in cluster.primaries())
    took = patient(TAKE_OVER, f"that another takes over from {old}", is_there)
    return next(name for name in cluster.primaries() if name != old), took


def killed_database(cluster):
    """PostgreSQL and Patroni of the primary are killed (-9)"""
    old = cluster.primary()
    cluster.nodes[old].kill(PATRONI, "postgres", "/usr/lib/postgresql")
    took = patient(TAKE_OVER, "that there is a primary again",
                   lambda: cluster.nodes[old].pids(PATRONI) and cluster.primary())
    return f"{old} was killed, {cluster.primary()} is the primary after {took:.0f} s"


def dead_machine(cluster):
    """the primary's machine loses its power"""
    old = cluster.primary()
    cluster.nodes[old].power_off()
    new, took = new_primary(cluster, old)
    time.sleep(10)
    cluster.nodes[old].power_on()
    return f"{new} took over from {old} after {took:.0f} s"


def dead_standby(cluster):
    """the standby that the primary waits for loses its power"""
    old = cluster.sync_standby()
    cluster.nodes[old].power_off()
    took = patient(TAKE_OVER, "that the primary waits for another standby",
                   lambda: cluster.sync_standby() not in (None, old))
    time.sleep(5)
    cluster.nodes[old].power_on()
    return f"the primary waits for another instead of {old} after {took:.0f} s"


def dead_majority(cluster):
    """two nodes of three lose their power"""
    left = cluster.primary()
    others = [node for name, node in cluster.nodes.items() if name != left]
    for node in others:
        node.power_off()
    took = patient(TAKE_OVER, f"that {left} steps down", lambda: not takes_writes(cluster, left))
    time.sleep(10)
    if cluster.primaries():
        raise Broken(f"{cluster.primaries()} without a majority")
    for node in others:
        node.power_on()
    back = patient(TAKE_OVER, "that there is a primary again", cluster.primary)
    return (f"{left} had stepped down after {took:.0f} s, {cluster.primary()} was the primary {back:.0f} s"
            " after the power came back")


def cut_network(cluster):
    """the primary's network is cut"""
    old = cluster.primary()
    begun = time.monotonic()
    cluster.nodes[old].unplug()
    try:
        patient(TAKE_OVER, f"that {old} steps down", lambda: not takes_writes(cluster, old))
        fenced = time.monotonic() - begun
        patient(TAKE_OVER, "that another takes over", lambda: cluster.primary() not in (None, old))
        took = time.monotonic() - begun
        time.sleep(10)
    finally:
        cluster.nodes[old].plug_in()
    return (f"{old} had stepped down after {fenced:.0f} s, {cluster.primary()} took over after"
            f" {took:.0f} s")


def takes_writes(cluster, node):
    """Whether PostgreSQL there believes that it is the primary, asked at its console."""
    said = at_console(cluster, node, "select pg_is_in_recovery()")
    return said.returncode == 0 and said.stdout.strip() == "f"


def at_console(cluster, node, words):
    return cluster.nodes[node].run("timeout", "5", "psql", "-h", "/run/postgresql", "-X", "-A", "-t",
                                   "-q", "-d", "juece", "-c", words, user="postgres")


def frozen_patroni(cluster):
    """Patroni of the primary hangs while its PostgreSQL goes on"""
    old = cluster.primary()
    node = cluster.nodes[old]
    node.signal(signal.SIGSTOP, PATRONI)
    try:
        new, took = new_primary(cluster, old)
        if not takes_writes(cluster, old):
            raise Broken(f"{old} stepped down without Patroni; this fault shows nothing")
        # Two believe that they are the primary. The old one has nobody to confirm what it writes.
        if at_console(cluster, old, "create table of_nobody (nothing int)").returncode == 0:
            raise Broken(f"{old} acknowledges writes though {new} is the primary")
        time.sleep(10)
    finally:
        node.signal(signal.SIGCONT, PATRONI)
    patient(TAKE_OVER, f"that {old} steps down", lambda: not takes_writes(cluster, old))
    return f"{new} took over after {took:.0f} s; {old} went on and could acknowledge nothing"


def full_disk(cluster):
    """the primary's disk is full"""
    old = cluster.primary()
    directory = cluster.nodes[old].data
    filling = directory / "filling"
    begun = time.monotonic()
    try:
        while time.monotonic() - begun < 40:
            fill(directory, filling)
            time.sleep(0.5)
            if cluster.primary() not in (None, old):
                took = time.monotonic() - begun
                time.sleep(10)
                return f"{cluster.primary()} took over from {old} after {took:.0f} s"
    finally:
        filling.unlink()
    return f"{old} stayed the primary; after 40 s it had room again"


def fill(directory, filling):
    """Takes what room there is, and again what was freed, down to the last page."""
    with open(filling, "ab", buffering=0) as file:
        some = shutil.disk_usage(directory).free
        while some >= 4096:
            try:
                os.posix_fallocate(file.fileno(), os.fstat(file.fileno()).st_size, some)
            except OSError:
                some //= 2  # others write, too
    if filling.stat().st_size == 0:
        raise Broken("the disk cannot be filled")


def planned_change(cluster):
    """another node is made the primary on purpose"""
    old, new = cluster.primary(), cluster.sync_standby()
    said = cluster.nodes[old].run("patronictl", "-c", "/etc/patroni/config.yml", "switchover", "juece",
                                  "--leader", old, "--candidate", new, "--force",
                                  environment={"LC_ALL": "C.UTF-8"})
    if said.returncode != 0:
        raise Broken(f"patronictl: {said.stdout}{said.stderr}")
    took = patient(TAKE_OVER, f"that {new} is the primary", lambda: cluster.primary() == new)
    return f"{new} instead of {old}, {took:.0f} s after the command"


def killed_server(cluster):
    """one server of Juece is killed (-9)"""
    name, house = sorted(cluster.houses.items())[0]
    if not house.kill(str(cluster.juece)):
        raise Broken(f"no Juece on {name}")
    time.sleep(1)
    took = patient(60, "that it is back", cluster.is_ready)
    return f"{name} was back after {took + 1:.0f} s, the other served"


def all_restarted(cluster):
    """everything loses its power at once, and comes back"""
    everything = [*cluster.nodes.values(), *cluster.houses.values()]
    for machine in everything:
        machine.power_off()
    time.sleep(2)
    for machine in everything:
        machine.power_on()
    took = patient(120, "that all is back", lambda: cluster.primary() and cluster.is_ready())
    return f"{cluster.primary()} is the primary and Juece ready {took:.0f} s after the power came back"


FAULTS = {one.__name__: one for one in (
    killed_database, dead_machine, dead_standby, dead_majority, cut_network, frozen_patroni,
    full_disk, planned_change, killed_server, all_restarted)}

# What ends a server of Juece, or its machine, ends requests without an answer.
MAY_CUT = {"killed_server", "all_restarted"}
