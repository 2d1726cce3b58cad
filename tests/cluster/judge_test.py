"""The judge finds what is planted; `run` asks this first."""

import unittest

import record
import verdicts
from load import Ledger, Told
from wire import Answer


def told(at, status, retry_after=True, what="act", server="house1"):
    return Told(what, "cluster-1", server, Answer(at - 0.1, at, status, retry_after))


def probe(at, status):
    return Answer(at - 0.05, at, status, True)


class Readiness(unittest.TestCase):
    failing = [told(i / 2, 503) for i in range(40)]
    working = [told(i / 2, 201) for i in range(40)]

    def test_ready_while_acts_fail_is_a_lie(self):
        self.assertEqual(len(verdicts.dishonest("house1", self.failing, [probe(6, 200)])), 1)

    def test_it_may_take_a_moment_to_notice(self):
        seen = [probe(2, 200), probe(6, 503)]
        self.assertEqual(verdicts.dishonest("house1", self.failing, seen), [])

    def test_unready_for_long_while_acts_work_is_a_lie(self):
        seen = [probe(5 + i / 4, 503) for i in range(20)]
        self.assertEqual(len(verdicts.dishonest("house1", self.working, seen)), 20)

    def test_unready_for_a_moment_is_none(self):
        seen = [probe(5, 503), probe(5.5, 200)]
        self.assertEqual(verdicts.dishonest("house1", self.working, seen), [])

    def test_each_server_answers_for_itself(self):
        self.assertEqual(verdicts.dishonest("house2", self.failing, [probe(6, 200)]), [])


class Manners(unittest.TestCase):
    def test_only_503_with_a_time_to_come_back_puts_off(self):
        all_of_them = [told(1, 503), told(2, 503, retry_after=False), told(3, 500), told(4, 0)]
        self.assertEqual(len(verdicts.impolite(all_of_them)), 2)
        self.assertEqual(len(verdicts.unread(all_of_them)), 1)
        self.assertEqual(verdicts.fates(all_of_them),
                         {"put off": 1, "wrong": 2, "cut": 1})

    def test_absence_is_the_longest_time_between_two_that_were_entered(self):
        entered = [told(1, 201), told(2, 503), told(9, 200), told(10, 201)]
        self.assertEqual(verdicts.absence(entered, "act", 0, 11), 8)


class MadeRecord:
    def __init__(self, acts, opinions=(), gaps=()):
        self.acts, self.opinions, self.holes = acts, opinions, gaps

    def acts_like(self, _):
        return self.acts

    def opinions_like(self, _):
        return self.opinions

    def gaps(self):
        return self.holes


class Losses(unittest.TestCase):
    def setUp(self):
        self.ledger = Ledger()
        self.ledger.acknowledge(self.ledger.acts, "cluster-1", (7, 1))
        self.ledger.acknowledge(self.ledger.opinions, "id", ("RECEIPT", "cluster-2"))
        self.act = ["cluster-1", "7", "1", '{"title":"甲 cluster-1"}']
        self.opinion = ["id", "RECEIPT", "同意。cluster-2"]

    def differences(self, acts, opinions, gaps=()):
        return record.differences(MadeRecord(acts, opinions, gaps), self.ledger, "cluster-")

    def test_what_is_there_once_is_well(self):
        self.assertEqual(self.differences([self.act], [self.opinion]), ([], []))

    def test_what_is_not_there_is_lost(self):
        lost, _ = self.differences([], [])
        self.assertEqual(len(lost), 2)

    def test_an_act_in_another_place_is_lost(self):
        lost, _ = self.differences([["cluster-1", "7", "2", self.act[3]]], [self.opinion])
        self.assertEqual(len(lost), 1)

    def test_the_same_words_under_another_id_are_doubled(self):
        again = ["cluster-9", "8", "1", self.act[3]]
        _, doubled = self.differences([self.act, again], [self.opinion])
        self.assertEqual(len(doubled), 1)
        _, doubled = self.differences([self.act], [self.opinion, ["id2", "OTHER", self.opinion[2]]])
        self.assertEqual(len(doubled), 1)

    def test_a_case_with_a_hole_lost_an_act(self):
        lost, _ = self.differences([self.act], [self.opinion], [["7", "1", "2"]])
        self.assertEqual(len(lost), 1)

    def test_another_answer_to_the_same_act_is_a_contradiction(self):
        self.ledger.acknowledge(self.ledger.acts, "cluster-1", (7, 2))
        self.assertEqual(len(self.ledger.contradictions), 1)


if __name__ == "__main__":
    unittest.main()
