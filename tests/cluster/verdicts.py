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
    """What /readyz of a server said against what acts sent to it met. TO_NOTICE after they began to
    fail it may not call itself ready. While they work, other writes may fail for a moment, and it
    may say so for a moment."""
    acts = sorted((one.answer for one in told if one.server == server and one.what == "act"),
                  key=lambda answer: answer.answered)
    found = []
    for works, run in itertools.groupby(acts, key=lambda answer: answer.fate == "entered"):
        run = list(run)
        begun, ended = run[0].answered, run[-1].answered
        probes = [probe for probe in seen
                  if begun + TO_NOTICE <= probe.sent and probe.answered <= ended]
        wrong = unready_for_long(probes) if works else [one for one in probes if one.status == 200]
        found.extend(f"{server} said {str(probe).strip()} {probe.sent - begun:.1f} s after acts began"
                     f" to {'work' if works else 'fail'}" for probe in wrong)
    return found


def unready_for_long(probes):
    """Those that followed upon each other for more than TO_NOTICE without a word of being ready."""
    found = []
    for ready, run in itertools.groupby(probes, key=lambda probe: probe.status == 200):
        run = list(run)
        if not ready and run[-1].answered - run[0].sent > TO_NOTICE:
            found.extend(run)
    return found
