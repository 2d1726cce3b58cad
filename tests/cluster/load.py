"""People at work: officials who open cases and give acts, citizens who send opinions, readers. All
that they send and are told is kept; what they are told is entered is looked for afterwards."""

import dataclasses
import random
import threading
import time

from wire import ask


@dataclasses.dataclass(frozen=True)
class Told:
    """One request and its answer. `server`: where it was sent."""
    what: str  # act, opinion, page
    id: str
    server: str
    answer: object


class Ledger:
    """Everything that was told, by whomever."""

    def __init__(self):
        self.door = threading.Lock()
        self.told = []
        self.acts = {}      # act id -> (case, seq), as acknowledged
        self.opinions = {}  # id -> (receipt, marker), as acknowledged
        self.contradictions = []

    def note(self, what, id_, server, answer):
        with self.door:
            self.told.append(Told(what, id_, server, answer))

    def acknowledge(self, kept, id_, what):
        """An answer that differs from the one before to the same is a contradiction."""
        with self.door:
            before = kept.setdefault(id_, what)
            if before != what:
                self.contradictions.append(f"{id_} was {before} and is {what}")

    def complain(self, words):
        with self.door:
            self.contradictions.append(words)

    def since(self, moment):
        with self.door:
            return [one for one in self.told if one.answer.answered >= moment]

    def acknowledged(self):
        """Acts and opinions, as they are at this moment."""
        with self.door:
            return dict(self.acts), dict(self.opinions)


class Gate:
    """Everybody at work passes it between two works; it can be closed, and then waits for them."""

    def __init__(self):
        self.changed = threading.Condition()
        self.is_open = True
        self.ended = False
        self.inside = 0

    def enter(self):
        with self.changed:
            self.changed.wait_for(lambda: self.is_open or self.ended)
            if self.ended:
                return False
            self.inside += 1
            return True

    def leave(self):
        with self.changed:
            self.inside -= 1
            self.changed.notify_all()

    def close(self, patience=120.0):
        with self.changed:
            self.is_open = False
            if not self.changed.wait_for(lambda: self.inside == 0, patience):
                raise TimeoutError("somebody is still waiting to be told that it is entered")

    def open(self):
        with self.changed:
            self.is_open = True
            self.changed.notify_all()

    def end(self):
        with self.changed:
            self.ended = True
            self.changed.notify_all()


class Worker(threading.Thread):
    def __init__(self, name, servers, ledger, gate, pause):
        super().__init__(name=name, daemon=True)
        self.servers = servers  # name -> address
        self.ledger = ledger
        self.gate = gate
        self.pause = pause
        self.chance = random.Random(name)
        self.server = self.chance.choice(sorted(servers))

    def run(self):
        count = 0
        while self.gate.enter():
            try:
                count += 1
                self.work(count)
            except Exception as fault:  # a worker that is missing would look like peace
                self.ledger.complain(f"{self.name} broke off: {type(fault).__name__} {fault}")
                raise
            finally:
                self.gate.leave()
            time.sleep(self.pause)

    def work(self, count):
        raise NotImplementedError

    def turn(self):
        """To another server, as somebody does who gets no answer."""
        self.server = self.chance.choice(sorted(set(self.servers) - {self.server}) or [self.server])

    def tell(self, what, id_, method, path, body=None, headers=None, source=None):
        answer = ask(self.servers[self.server], method, path, body, headers, source)
        self.ledger.note(what, id_, self.server, answer)
        if answer.fate == "cut":
            self.turn()
        return answer

    def until_told(self, what, id_, method, path, body=None, headers=None, source=None):
        """Sends the same until it is entered; nothing: it was answered something else, or the end
        came before."""
        while not self.gate.ended:
            answer = self.tell(what, id_, method, path, body, headers, source)
            if answer.fate == "entered":
                return answer
            if answer.fate == "wrong" and answer.status != 429:
                return None
            if self.chance.random() < 0.2:
                self.turn()
            time.sleep(1.0 if answer.status == 429 else 0.1)
        return None


class Person:
    def __init__(self, login, password):
        self.login = login
        self.password = password
        self.headers = None


class Official(Worker):
    """Opens a case, has it studied again and again, sends now and then what was entered long ago."""

    acts_of_a_case = 12

    def __init__(self, name, servers, ledger, gate, pause, clerk, secretary):
        super().__init__(name, servers, ledger, gate, pause)
        self.clerk = clerk
        self.secretary = secretary
        self.case = None
        self.entered = []

    def work(self, count):
        for person in (self.clerk, self.secretary):
            if not person.headers and not self.sign_in(person):
                return
        if self.case is None or count % self.acts_of_a_case == 0:
            self.open_case(f"{self.name}-{count}")
        else:
            self.assign_study(f"{self.name}-{count}")
        if self.entered and self.chance.random() < 0.1:
            self.send(*self.chance.choice(self.entered), again=True)

    def sign_in(self, person):
        answer = self.until_told("sign-in", person.login, "POST", "/sign-in",
                                 {"login": person.login, "password": person.password})
        token = answer and answer.view.get("token")
        if token:
            person.headers = {"Authorization": f"Bearer {token}"}
        return bool(token)

    def open_case(self, act_id):
        body = {"title": f"城区防洪排涝工程方案 {act_id}", "matter": "construction_project",
                "proposer": "department", "proposer_name": "区水务局", "in_writing": True,
                "main_problem": "低洼片区逢大雨内涝，群众反映强烈。", "reasons": "列入年度重点工作。",
                "legal_basis": "《中华人民共和国防洪法》第三十四条。",
                "necessity_and_feasibility": "事关群众生命财产安全，资金有保障。",
                "main_measures": "新建泵站两座，疏浚河道十公里。"}
        answer = self.send(self.clerk, "/cases", act_id,
                           {"shape": "major_decision/2019", "kind": "intake.proposed", "body": body})
        self.case = answer.view["case"] if answer else None

    def assign_study(self, act_id):
        body = {"to_unit": "water", "instruction": f"请于七日内提出意见。{act_id}"}
        self.send(self.secretary, f"/cases/{self.case}/acts", act_id,
                  {"kind": "intake.study_assigned", "body": body})

    def send(self, person, path, act_id, what, again=False):
        answer = self.until_told("act", act_id, "POST", path, what,
                                 {**person.headers, "Idempotency-Key": act_id})
        if answer:
            said = answer.view
            self.ledger.acknowledge(self.ledger.acts, act_id, (said["case"], said["seq"]))
            if again and not said["repeated"]:
                self.ledger.complain(f"{act_id} was entered before and was taken for new: {answer}")
            if not again:
                self.entered.append((person, path, act_id, what))
        return answer


class Citizen(Worker):
    """Fetches forms, takes the time that writing takes, and sends each until there is a receipt."""

    forms_at_once = 3
    writing = 3.2  # seconds; a form that comes back sooner is taken for a machine's

    def __init__(self, name, servers, ledger, gate, matter, source):
        super().__init__(name, servers, ledger, gate, 1.0)
        self.path = f"/public/matters/{matter}/opinions"
        self.source = source

    def work(self, count):
        forms = []
        for _ in range(self.forms_at_once):
            answer = self.until_told("page", self.path, "GET", self.path, source=self.source)
            if answer:
                forms.append(answer.view["form"])
        time.sleep(self.writing)
        for number, form in enumerate(forms):
            marker = f"{self.name}-{count}-{number}"
            self.send(form, marker)
            if self.chance.random() < 0.2:
                self.send(form, marker)

    def send(self, form, marker):
        id_ = form.split(".")[0]
        answer = self.until_told("opinion", id_, "POST", self.path,
                                 {"form": form, "kind": "citizen", "words": f"同意，请抓紧实施。{marker}"},
                                 source=self.source)
        if answer:
            receipt = answer.view["receipt"].replace("-", "")
            self.ledger.acknowledge(self.ledger.opinions, id_, (receipt, marker))


class Reader(Worker):
    """Looks at what is published."""

    def work(self, count):
        path = "/public/consultations" if count % 2 else "/public/decisions"
        self.tell("page", path, "GET", path)


class Watch(threading.Thread):
    """Asks one server again and again whether it is ready."""

    def __init__(self, server, address):
        super().__init__(daemon=True)
        self.server = server
        self.address = address
        self.door = threading.Lock()
        self.seen = []
        self.start()

    def run(self):
        while True:
            answer = ask(self.address, "GET", "/readyz", timeout=20.0)
            with self.door:
                self.seen.append(answer)
            time.sleep(0.25)

    def since(self, moment):
        with self.door:
            return [one for one in self.seen if one.sent >= moment]
