"""Sets the environment up, lets people work, does the faults one after the other, and judges. The
first process of its namespaces: when it ends, everything in them does."""

import contextlib
import os
import pathlib
import signal
import sys
import time
import traceback

import record
import verdicts
from cluster import Cluster, patient
from faults import FAULTS, MAY_CUT, Broken
from load import Citizen, Gate, Ledger, Official, Person, Reader, Watch
from wire import ask

OFFICIALS = 6
CITIZENS = 4
# Receipts that are asked for in the end, of the oldest and of the newest.
SOME = 10
# No word of an act or opinion of the sample district begins so.
MARK = "cluster-"


def say(*lines):
    print(*lines, sep="\n", flush=True)


class People:
    """Everybody at work, and what they were told."""

    def __init__(self, cluster):
        self.ledger = Ledger()
        self.gate = Gate()
        direct = {name: (house.address, 8080) for name, house in cluster.houses.items()}
        balanced = {f"{name} by HAProxy": (house.address, 80)
                    for name, house in cluster.houses.items()}
        clerk = Person("sponsor", cluster.sign_in_word_of("sponsor"))
        secretary = Person("office", cluster.sign_in_word_of("office"))
        matter = open_matter(next(iter(direct.values())))
        workers = [Official(f"{MARK}official-{i}", direct, self.ledger, self.gate, 0.1, clerk,
                            secretary) for i in range(OFFICIALS)]
        workers += [Citizen(f"{MARK}citizen-{i}", balanced, self.ledger, self.gate, matter,
                            f"10.93.0.{101 + i}") for i in range(CITIZENS)]
        workers += [Reader("reader", balanced, self.ledger, self.gate, 0.2)]
        self.watches = [Watch(name, address) for name, address in direct.items()]
        for worker in workers:
            worker.start()


def open_matter(address):
    """A decision on which everybody may say something for some days to come."""
    answer = ask(address, "GET", "/public/consultations")
    open_ones = [one for one in answer.view["consultations"] if one["consultation"]["open"]]
    return max(open_ones, key=lambda one: one["consultation"]["closes_on"])["id"]


class Verdict:
    def __init__(self, name):
        self.name = name
        self.remark = ""
        self.broken = []
        self.numbers = []

    def must(self, words, found):
        """Nothing of that may be found."""
        if found:
            self.broken.append(f"{words}: {len(found)}")
            self.broken.extend(f"    {one}" for one in found[:5])


def suffer(cluster, people, name):
    verdict = Verdict(name)
    say("", f"==== {FAULTS[name].__doc__}")
    people.gate.open()
    time.sleep(3)
    begun = time.monotonic()
    settled = None
    try:
        verdict.remark = FAULTS[name](cluster)
        say(verdict.remark)
        patient(120, "that all three nodes are well again", cluster.is_whole)
        patient(30, "that both servers are ready", cluster.is_ready)
        settled = time.monotonic() - begun
        time.sleep(4)
        people.gate.close()
    except (Broken, TimeoutError) as fault:
        verdict.broken.append(str(fault))
        with contextlib.suppress(TimeoutError):
            people.gate.close(10)
    ended = time.monotonic()
    judge(cluster, people, verdict, begun, ended, settled)
    say(*(verdict.broken or ["held"]))
    return verdict


def judge(cluster, people, verdict, begun, ended, settled):
    told = people.ledger.since(begun)
    sent = [one for one in told if one.what in ("act", "opinion")]
    fates = verdicts.fates(sent)
    verdict.must("answers that nobody should get", verdicts.impolite(told))
    if verdict.name not in MAY_CUT:
        verdict.must("requests without an answer", verdicts.unread(told))
    lies = [lie for watch in people.watches
            for lie in verdicts.dishonest(watch.server, told, watch.since(begun))]
    verdict.must("/readyz was not honest", lies)
    verdict.must("contradictions", people.ledger.contradictions)
    lost, doubled = ["nobody can say"], ["nobody can say"]
    primary = cluster.primary()
    if primary:
        lost, doubled = record.differences(cluster.record_at(primary), people.ledger, MARK)
        try:
            cluster.command("verify", "--data", cluster.shared, "--database", cluster.url_of(primary))
        except RuntimeError as fault:
            verdict.broken.append(str(fault))
    verdict.must("acknowledged and lost", lost)
    verdict.must("doubled", doubled)
    if fates["entered"] == 0:
        verdict.broken.append("nothing was entered at all")
    verdict.numbers = [
        f"{verdicts.absence(told, 'act', begun, ended):.1f}",
        f"{verdicts.absence(told, 'page', begun, ended):.1f}",
        f"{verdicts.longest_wait(sent):.1f}",
        f"{settled:.0f}" if settled is not None else "never",
        str(fates["entered"]), str(fates["put off"]), str(fates["cut"]),
        str(len(lost)), str(len(doubled)), "honest" if not lies else "not honest",
    ]


def nodes_agree(cluster, people):
    """After the last fault all three nodes say the same, and every receipt is known."""
    verdict = Verdict("in the end")
    say("", "==== in the end")
    digests = {}

    def are_equal():
        digests.update({name: cluster.record_at(name).digest() for name in cluster.nodes})
        return len(set(digests.values())) == 1
    try:
        patient(20, "that three nodes hold the same", are_equal)
    except TimeoutError as fault:
        verdict.broken.append(f"{fault}: {digests}")
    address = next(iter(cluster.houses.values())).address
    _, opinions = people.ledger.acknowledged()
    receipts = [receipt for receipt, _ in opinions.values()]
    # The record was asked for all of them; Juece lets nobody try many numbers.
    asked = receipts[:SOME] + receipts[-SOME:]
    for receipt in asked:
        answer = ask((address, 8080), "GET", f"/public/receipts?number={receipt}")
        if answer.status != 200:
            verdict.broken.append(f"receipt {receipt} is answered {answer}")
    verdict.remark = (f"three nodes hold the same: {next(iter(digests.values()))};"
                      f" {len(asked)} receipts asked for are known")
    say(*(verdict.broken or [verdict.remark]))
    return verdict


def table(rows):
    head = ["fault", "acts away, s", "pages away, s", "longest wait, s", "whole again, s", "entered",
            "put off (503)", "no answer", "lost", "doubled", "/readyz", "held"]
    lines = [head] + [[one.name, *one.numbers, "yes" if not one.broken else "NO"] for one in rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    for line in lines:
        say("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())


def stay_up(cluster):
    say("", "It runs until Ctrl-C. Its machines are reached from their network; as root, elsewhere:",
        "    outer=$(pgrep -o -f cluster/main.py)",
        "    nsenter --target $outer --net curl http://10.93.0.21/readyz",
        "    nsenter --target $outer --net curl http://10.93.0.11:8008/cluster",
        f"sign-in names and words: {cluster.shared}/sign-in.txt")
    while True:
        signal.pause()


def main():
    place, wanted = pathlib.Path(sys.argv[1]), sys.argv[2:]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    for name in wanted:
        if name not in FAULTS and name != "up":
            say(f"no fault '{name}'; there are: {' '.join(FAULTS)}")
            return 2
    say("three nodes in network namespaces, joined by a bridge; HAProxy before two servers of Juece")
    cluster = Cluster(place, pathlib.Path(os.environ["JUECE_BINARY"]).resolve())
    for line in cluster.start():
        say(line)
    if wanted == ["up"]:
        return stay_up(cluster)
    people = People(cluster)
    rows = []
    for name in wanted or FAULTS:
        rows.append(suffer(cluster, people, name))
        if rows[-1].broken:
            break  # what follows would only tell of this
    last = nodes_agree(cluster, people)
    people.gate.end()
    say("")
    table(rows)
    held = not any(one.broken for one in [*rows, last])
    say("", "all held" if held else "NOT all held")
    return 0 if held else 1


if __name__ == "__main__":
    if sys.argv[1:] == ["list"]:
        for name, fault in FAULTS.items():
            say(f"{name:18} {fault.__doc__}")
        sys.exit(0)
    try:
        code = main()
    except KeyboardInterrupt:
        code = 130
    except Exception:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.exit(code)
