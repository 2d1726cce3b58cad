"""What a fault did to people, judged by what they were told."""

import collections
import itertools

# A server that works, or does not, says so at /readyz after that many seconds at the latest.
TO_NOTICE = 3.0


def absence(told, what, begun, ended):
    """The longest time, in seconds, in which nothing of that kind was answered as it should be."""
    moments = sorted(one.answer.answered for one in told
                     if one.what == what and one.answer.fate == "entered")
    return max(later - sooner for sooner, later in itertools.pairwise([begun, *moments, ended]))


def fates(told):
    """How many of what was sent met which fate."""
    return collections.Counter(one.answer.fate for one in told if not too_many(one))


def too_many(one):
    """A citizen who sends much is asked to wait; that is no fault."""
    return one.what == "opinion" and one.answer.status == 429


def longest_wait(told):
    """Seconds that somebody waited for an answer."""
    return max((one.answer.answered - one.answer.sent for one in told), default=0.0)


def impolite(told):
    """Answers that nobody should get."""
    return [f"{one.what} {one.id} was answered by {one.server}: {one.answer}" for one in told
            if one.answer.fate == "wrong" and not too_many(one)]


def unread(told):
    """Requests that got no answer."""
    return [f"{one.what} {one.id} had no answer from {one.server}: {one.answer}" for one in told
            if one.answer.fate == "cut"]


def dishonest(server, told, seen):
    """What /readyz of a server said against what acts sent to it met: it has to change its word
    TO_NOTICE after they began to fail, or to work."""
    acts = sorted((one.answer for one in told if one.server == server and one.what == "act"),
                  key=lambda answer: answer.answered)
    found = []
    for works, run in itertools.groupby(acts, key=lambda answer: answer.fate == "entered"):
        run = list(run)
        since, until = run[0].answered + TO_NOTICE, run[-1].answered
        for probe in seen:
            if since <= probe.sent and probe.answered <= until and (probe.status == 200) != works:
                found.append(f"{server} said {str(probe).strip()} {probe.sent - since + TO_NOTICE:.1f} s"
                             f" after acts began to {'work' if works else 'fail'}")
    return found
