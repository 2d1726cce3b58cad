"""The record itself, asked by psql at the node and not through Juece."""

import os
import subprocess


class Record:
    def __init__(self, address, passfile):
        self.address = address
        self.environment = {**os.environ, "PGPASSFILE": str(passfile), "PGCONNECT_TIMEOUT": "5"}

    def rows(self, select, user="juece", database="juece"):
        said = subprocess.run(
            ["psql", "-h", self.address, "-U", user, "-d", database, "-X", "-A", "-t", "-q",
             "-v", "ON_ERROR_STOP=1", "-F", "\t", "-c", select],
            env=self.environment, check=True, capture_output=True, text=True, timeout=60).stdout
        return [line.split("\t") for line in said.splitlines()]

    # Read row by row: an index that is wrong would say what it believes.
    WITHOUT_INDEX = ("set enable_indexscan = off; set enable_indexonlyscan = off;"
                     " set enable_bitmapscan = off; ")

    def acts_like(self, beginning):
        """act id, case, seq and body, as often as they are there"""
        return self.rows(self.WITHOUT_INDEX + "select act_id, case_id, seq,"
                         " replace(replace(body, chr(10), ' '), chr(9), ' ') from act"
                         f" where act_id like '{beginning}%'")

    def opinions_like(self, part):
        """id, receipt and words, as often as they are there"""
        return self.rows(self.WITHOUT_INDEX + "select comment_id, receipt,"
                         " replace(replace(words, chr(10), ' '), chr(9), ' ') from comment"
                         f" where words like '%{part}%'")

    def digest(self):
        """The whole of acts and opinions in one line."""
        return self.rows("select (select count(*) || ' acts ' ||"
                         " md5(string_agg(act_id || seq || hash, ',' order by case_id, seq)) from act)"
                         " || ', ' || (select count(*) || ' opinions ' ||"
                         " md5(string_agg(comment_id || receipt, ',' order by id)) from comment)")[0][0]

    def gaps(self):
        """Cases whose acts are not numbered from one on."""
        return self.rows("select case_id, count(*), max(seq) from act group by case_id"
                         " having count(*) <> max(seq) or min(seq) <> 1")


def differences(record, ledger, beginning):
    """What was acknowledged and is not there exactly once as it was told: (lost, doubled)."""
    lost, doubled = [], []
    told_acts, told_opinions = ledger.acknowledged()  # before the record is asked
    acts = record.acts_like(beginning)
    by_id = {}
    for act_id, case, seq, _ in acts:
        by_id.setdefault(act_id, []).append((int(case), int(seq)))
    markers = count_markers((body for *_, body in acts), beginning)
    for act_id, told in told_acts.items():
        there = by_id.get(act_id, [])
        if told not in there:
            lost.append(f"act {act_id} was acknowledged as {told} and is at {there}")
        if len(there) > 1 or markers.get(act_id, 0) > 1:
            doubled.append(f"act {act_id} is at {there}, and its words are in"
                           f" {markers.get(act_id, 0)} acts")
    opinions = record.opinions_like(beginning)
    by_id = {}
    for id_, receipt, _ in opinions:
        by_id.setdefault(id_, []).append(receipt)
    markers = count_markers((words for *_, words in opinions), beginning)
    for id_, (receipt, marker) in told_opinions.items():
        there = by_id.get(id_, [])
        if receipt not in there:
            lost.append(f"opinion {id_} has receipt {receipt} and in the record {there}")
        if len(there) > 1 or markers.get(marker, 0) != 1:
            doubled.append(f"opinion {id_} is there {len(there)} times, and its words"
                           f" {markers.get(marker, 0)} times")
    lost.extend(f"case {case} has {count} acts up to number {last}"
                for case, count, last in record.gaps())
    return lost, doubled


def count_markers(texts, beginning):
    """How often each word that begins so is there."""
    counts = {}
    for text in texts:
        for word in text.replace('"', " ").replace("。", " ").split():
            if word.startswith(beginning):
                counts[word] = counts.get(word, 0) + 1
    return counts
