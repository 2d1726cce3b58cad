#include "engine/desk.hpp"

#include "engine/chain.hpp"
#include "engine/count_figures.hpp"

#include <algorithm>
#include <iterator>

namespace engine {
namespace {

/// The longest act id; a UUID has 36 letters.
constexpr std::size_t longest_act_id = 64;

task const* same_in(std::vector<task> const& all, task const& wanted)
{
    auto const found = std::find_if(all.begin(), all.end(),
                                    [&](task const& one) { return is_same_task(one, wanted); });
    return found == all.end() ? nullptr : &*found;
}

/// The tasks of `here` that are not waiting `there`.
std::vector<task> missing_in(std::vector<task> const& here, std::vector<task> const& there)
{
    std::vector<task> missing;
    for (auto const& one : here)
        if (!same_in(there, one))
            missing.push_back(one);
    return missing;
}

/// The tasks of `now` that waited `before` with another day or limit.
std::vector<task> changed_in(std::vector<task> const& now, std::vector<task> const& before)
{
    std::vector<task> changed;
    for (auto const& one : now)
        if (auto const* same = same_in(before, one); same && *same != one)
            changed.push_back(one);
    return changed;
}

/// What waits after an act: what waited before keeps the act since which it does.
std::vector<waiting_task> still_waiting(std::vector<task> now,
                                        std::vector<waiting_task> const& before, act const& last)
{
    std::vector<waiting_task> waiting;
    for (auto& one : now) {
        auto const same =
            std::find_if(before.begin(), before.end(), [&](waiting_task const& earlier) {
                return is_same_task(earlier.what, one);
            });
        if (same == before.end())
            waiting.push_back({std::move(one), last.seq, last.entered_at});
        else
            waiting.push_back({std::move(one), same->since, same->received_at});
    }
    return waiting;
}

std::vector<field_fault> faults_of_id(std::string const& act_id)
{
    bool const plain = !act_id.empty() && act_id.size() <= longest_act_id &&
                       std::all_of(act_id.begin(), act_id.end(), [](char c) {
                           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                                  (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
                       });
    if (plain)
        return {};
    return {{"act_id", say("编号只能由字母、数字和-_.组成，最多{1}个字符", longest_act_id)}};
}

/// A document is named only after it is stored, so that no act points to nothing.
std::vector<field_fault> faults_of_documents(submission const& wish,
                                             std::vector<field> const& fields, record& on_file)
{
    std::vector<field_fault> faults;
    for (auto const& document : documents_in(wish.body, fields))
        if (!on_file.holds_document(document.hash))
            faults.push_back({"document", say("文件{1}尚未上传", document.name)});
    return faults;
}

refusal back_dated(instant last)
{
    return {.rule = "JC-3",
            .reason = say("本案卷上一行为登记于{1}，后登记的行为不得早于它", to_text(last)),
            .remedy = say("请校准时钟后重新提交")};
}

act act_of(submission const& wish, case_id on, long long seq)
{
    return {.on = on,
            .seq = seq,
            .act_id = wish.act_id,
            .kind = wish.kind,
            .body = wish.body,
            .by = wish.by,
            .entered_at = wish.now,
            .origin = wish.origin,
            .previous_hash = {},
            .hash = {}};
}

bool is_same(act const& before, submission const& wish, std::vector<field> const* fields)
{
    return before.kind == wish.kind && before.by.person == wish.by.person &&
           (wish.on.value == 0 || before.on == wish.on) && fields &&
           canonical(before.body) == canonical(tidy(wish.body, *fields));
}

refusal not_entitled(submission const& wish)
{
    return {.rule = "JC-9",
            .reason =
                say("“{1}”不在{2}的职责之内", say("act." + wish.kind), say("role." + wish.by.role)),
            .remedy = say("请由负责该事项的岗位办理"),
            .about_role = true};
}

refusal is_there_already(submission const& wish)
{
    return {.rule = "JC-10",
            .reason = say("“{1}”的案卷已经设立，只能有一份", say("shape." + wish.shape)),
            .remedy = say("请在已有的案卷中办理")};
}

refusal stands_already(submission const& wish, std::string const& what)
{
    return {.rule = "JC-51",
            .reason = say("本机关“{1}”的{2}已经设立，只能有一份", what, say("shape." + wish.shape)),
            .remedy = say("请在已有的案卷中办理")};
}

/// Why somebody would not see the case any more that their own act made.
refusal beyond_clearance(submission const& wish, knowable const& made)
{
    if (made.is_elsewhere)
        return {.rule = "JC-18",
                .reason = say("案卷属于承办单位所在的机关，不能由{1}转到其他机关", wish.by.name),
                .remedy = say("请写明本机关的单位，或者由该机关的人员办理")};
    if (made.level <= wish.seeing.up_to() && !wish.seeing.families().has(made.family))
        return {.rule = "JC-19",
                .reason = say("{1}只能查阅与本人有关的这类案卷", say("role." + wish.by.role)),
                .remedy = say("请由负责该类案卷的岗位办理"),
                .about_role = true};
    return {.rule = "JC-8",
            .reason = say("办理后本案为“{1}”，超出{2}的知悉范围",
                          say("choice.confidentiality.secret"), wish.by.name),
            .remedy = say("请由知悉范围及于该密级的人员办理"),
            .about_role = true};
}

/// Somebody who sees a case no more after their act gave up their own part in it, as an adviser who
/// withdraws: the case itself is what it was.
bool gives_up_part(case_summary const& before, case_summary const& after)
{
    return before.level == after.level && before.unit == after.unit;
}

/// Documents whose level the act says, though they are, or become, none of this person's business.
std::vector<refusal> documents_beyond_clearance(submission const& wish,
                                                std::vector<field> const& fields,
                                                knowable const& in_case, record& on_file)
{
    std::vector<refusal> found;
    for (auto const& document : documents_in(wish.body, fields)) {
        if (!document.level)
            continue;
        auto const before = on_file.level_of_document(wish.on, document.hash);
        auto with_it = in_case;
        with_it.level = std::max(*document.level, before.value_or(confidentiality::open));
        if (wish.seeing.covers(with_it))
            continue;
        found.push_back({.rule = "JC-8",
                         .reason = say("文件《{1}》的密级超出{2}的知悉范围，不能由其确定或者变更",
                                       document.name, wish.by.name),
                         .remedy = say("请由知悉范围及于该密级的人员提交这份文件"),
                         .about_role = true});
    }
    return found;
}

/// Whether a case with that summary is another organ's than that of whoever submits (JC-18).
bool is_of_another_organ(submission const& wish, case_summary const& summary, record& on_file)
{
    return !wish.by.organ.empty() && on_file.organ_of(summary.unit) != wish.by.organ;
}

/// Colleagues are of the organ of whoever acts (JC-18).
class holders_of_organ : public seat_holders {
public:
    holders_of_organ(seat_holders& all, std::string const& organ) : all_(all), organ_(organ) {}
    std::vector<actor> seats_of(person_id who, day on) override
    {
        auto found = all_.seats_of(who, on);
        std::erase_if(found, [&](actor const& one) { return one.organ != organ_; });
        return found;
    }
    bool is_held(std::string const& role, std::string const& unit, day on) override
    {
        return all_.is_held(role, unit, on);
    }

private:
    seat_holders& all_;
    std::string const& organ_;
};

not_found no_such_case(case_id id)
{
    return {say("没有编号为{1}的案卷", id.value)};
}

} // namespace

rebuilt_case rebuild(case_line const& line, std::vector<act> const& acts, law_in_force const& law,
                     std::optional<day> up_to)
{
    auto const shape = law.shapes.find(line.shape);
    if (shape == law.shapes.end())
        return {nullptr, unreadable{line.id, 0, "unknown shape of procedure " + line.shape}};
    rebuilt_case rebuilt{shape->second.make(line.place), {}};
    for (auto const& one : acts) {
        if (up_to && one.counts_on() > *up_to)
            break;
        try {
            rebuilt.file->replay(one);
        } catch (replay_fault const& fault) {
            rebuilt.broken = unreadable{line.id, one.seq, fault.what()};
            // The chapters may have been left between two acts: build once more, up to here.
            std::vector<act> const sound(acts.begin(), acts.begin() + (one.seq - 1));
            rebuilt.file = rebuild(line, sound, law, up_to).file;
            break;
        }
    }
    return rebuilt;
}

derived derive(case_line const& line, std::vector<act> const& acts, law_in_force const& law)
{
    auto const shape = law.shapes.find(line.shape);
    if (shape == law.shapes.end())
        throw replay_fault(line.id, 0, "unknown shape of procedure " + line.shape);
    auto const file = shape->second.make(line.place);
    derived all;
    for (auto const& one : acts) {
        file->replay(one);
        auto figures = figures_given(*file, one, law.days);
        std::move(figures.begin(), figures.end(), std::back_inserter(all.figures));
        // Tasks are derived for the day of the act, so that the acts alone decide them.
        all.tasks =
            still_waiting(file->tasks({law.book, law.days, one.counts_on()}), all.tasks, one);
        for (auto& words : passages_in(one.body, *file->fields_of(one.kind)))
            all.passages.emplace_back(one.seq, std::move(words));
    }
    all.summary = file->summary();
    all.stages = file->stages();
    return all;
}

desk::desk(law_in_force law, std::size_t kept_cases) : law_(law), most_kept_(kept_cases) {}

ruling desk::submit(submission const& wish, record& on_file)
{
    if (auto faults = faults_of_id(wish.act_id); !faults.empty())
        return malformed{std::move(faults)};
    if (auto before = repeated(wish, on_file))
        return std::move(*before);
    if (wish.on.value == 0)
        return open(wish, on_file);
    auto found = fetch(wish, on_file);
    if (auto* no = std::get_if<ruling>(&found))
        return std::move(*no);
    return enter(wish, *std::get<kept*>(found), on_file);
}

/// A retry of an act that is on file gets the first answer again.
std::optional<ruling> desk::repeated(submission const& wish, record& on_file)
{
    auto const before = on_file.find_act(wish.act_id);
    if (!before)
        return {};
    auto const head = on_file.find_case(before->on);
    auto const shape = head ? law_.shapes.find(head->line.shape) : law_.shapes.end();
    if (shape == law_.shapes.end())
        return unreadable{before->on, 0, "unknown shape of procedure"};
    auto const file = shape->second.make(head->line.place);
    if (!is_same(*before, wish, file->fields_of(wish.kind)))
        return clash{wish.act_id};
    return admitted{*before, head->line.number, {}, true};
}

ruling desk::open(submission const& wish, record& on_file)
{
    auto const shape = law_.shapes.find(wish.shape);
    if (shape == law_.shapes.end())
        return not_found{say("没有名为{1}的程序", wish.shape)};
    if (!law_.book.knows(wish.place))
        return not_found{say("没有名为{1}的规则包", wish.place)};
    if (shape->second.opening_kind != wish.kind)
        return malformed{
            {{"kind", say("案卷须以“{1}”开始", say("act." + shape->second.opening_kind))}}};
    if (!law_.entitled.may_act(wish.by, wish.kind, nullptr))
        return refused{{not_entitled(wish)}};
    if (shape->second.is_sole && on_file.case_of_shape(wish.shape))
        return refused{{is_there_already(wish)}};

    kept fresh;
    fresh.file = shape->second.make(wish.place);
    auto what = act_of(wish, {}, 1);
    if (auto faults = faults_of_documents(wish, *fresh.file->fields_of(wish.kind), on_file);
        !faults.empty())
        return malformed{std::move(faults)};
    holders_of_organ holders(on_file, wish.by.organ);
    auto found = fresh.file->attempt(what, {law_.book, law_.days, legal_day(wish.now), &holders});
    if (!found.faults.empty())
        return malformed{std::move(found.faults)};
    if (!found.admitted())
        return refused{std::move(found.answer.refusals)};

    auto const summary = fresh.file->summary();
    knowable const made{family_of(wish.shape), summary.level, summary.known_to, summary.concerned,
                        is_of_another_organ(wish, summary, on_file)};
    if (!wish.seeing.covers(made))
        return refused{{beyond_clearance(wish, made)}};
    // A later version of a shape is still the same procedure.
    if (!summary.stands_for.empty() &&
        on_file.case_standing_for(summary.stands_for, std::string(family_of(wish.shape)),
                                  summary.unit))
        return refused{{stands_already(wish, summary.stands_for)}};

    // Numbers are taken only now, so that a refused proposal leaves no gap.
    auto const year = year_of(legal_day(wish.now));
    fresh.head.line = {.id = on_file.next_case_id(),
                       .number = on_file.next_number(shape->second.number_prefix, year),
                       .shape = wish.shape,
                       .place = wish.place,
                       .opened_at = wish.now};
    fresh.head.last_hash = sha256(sealed_text(fresh.head.line));
    on_file.open(fresh.head.line, fresh.head.last_hash);
    fresh.file = shape->second.make(wish.place);
    fresh.summary = fresh.file->summary();
    return enter(wish, keep(std::move(fresh)), on_file);
}

std::variant<desk::kept*, ruling> desk::fetch(submission const& wish, record& on_file)
{
    auto const head = on_file.find_case(wish.on);
    if (!head)
        return ruling(no_such_case(wish.on));
    auto found = load(*head, on_file);
    if (auto* no = std::get_if<ruling>(&found))
        return std::move(*no);
    auto* file = std::get<kept*>(found);
    auto const& summary = file->summary;
    if (!wish.seeing.covers({family_of(head->line.shape), summary.level, summary.known_to,
                             summary.concerned, is_of_another_organ(wish, summary, on_file)}))
        return ruling(no_such_case(wish.on));
    if (wish.seen && *wish.seen != head->version && !saw_what_matters(wish, *file, on_file))
        return ruling(stale{head->version});
    return file;
}

/// Whether nothing of what the act rests on has changed since the screen that the person saw.
bool desk::saw_what_matters(submission const& wish, kept const& file, record& on_file) const
{
    auto const seen = *wish.seen;
    auto const what = act_of(wish, file.head.line.id, file.head.version + 1);
    auto const now = file.file->rests_on(what);
    if (!now || seen < 1 || seen > file.head.version)
        return false;
    auto acts = on_file.acts_of(file.head.line.id);
    acts.erase(acts.begin() + seen, acts.end());
    auto const then = rebuild(file.head.line, acts, law_);
    return !then.broken && then.file->rests_on(what) == now;
}

/// The case as it stands in memory, or rebuilt from its acts.
std::variant<desk::kept*, ruling> desk::load(case_head const& head, record& on_file)
{
    auto const id = head.line.id;
    if (auto known = kept_.find(id); known != kept_.end()) {
        if (known->second.head.version == head.version &&
            known->second.head.last_hash == head.last_hash) {
            by_age_.splice(by_age_.begin(), by_age_, known->second.age);
            return &known->second;
        }
        forget(id);
    }
    auto const acts = on_file.acts_of(id);
    // Nothing is built on acts that are not what they were.
    if (auto const seq = first_break(head.line, acts))
        return ruling(unreadable{id, seq, "the chain of hashes breaks"});
    auto rebuilt = rebuild(head.line, acts, law_);
    if (rebuilt.broken)
        return ruling(*rebuilt.broken);
    kept fresh;
    fresh.head = head;
    fresh.file = std::move(rebuilt.file);
    fresh.summary = fresh.file->summary();
    if (!acts.empty()) {
        fresh.last_entered_at = acts.back().entered_at;
        fresh.tasks = fresh.file->tasks({law_.book, law_.days, acts.back().counts_on()});
    }
    return &keep(std::move(fresh));
}

ruling desk::enter(submission const& wish, kept& file, record& on_file)
{
    auto const* fields = file.file->fields_of(wish.kind);
    if (!fields)
        return malformed{{{"kind", say("没有名为{1}的行为", wish.kind)}}};
    auto what = act_of(wish, file.head.line.id, file.head.version + 1);
    what.by.is_elsewhere =
        file.head.version > 0 && is_of_another_organ(wish, file.summary, on_file);
    if (file.head.version > 0 && !law_.entitled.may_act(what.by, wish.kind, &file.summary))
        return refused{{not_entitled(wish)}};
    if (auto faults = faults_of_documents(wish, *fields, on_file); !faults.empty())
        return malformed{std::move(faults)};
    if (wish.now < file.last_entered_at)
        return refused{{back_dated(file.last_entered_at)}};

    holders_of_organ holders(on_file, wish.by.organ);
    circumstances const now{
        law_.book,
        law_.days,
        what.counts_on(),
        &holders,
        [&](std::string_view purpose) { return on_file.count_received(what.on, purpose); },
        [&](std::string_view number) { return on_file.is_number_given(what.on, number); }};
    auto found = file.file->attempt(what, now);
    if (!found.faults.empty())
        return malformed{std::move(found.faults)};
    if (!found.admitted())
        return refused{std::move(found.answer.refusals)};
    auto summary = file.file->summary();
    knowable const made{family_of(file.head.line.shape), summary.level, summary.known_to,
                        summary.concerned, is_of_another_organ(wish, summary, on_file)};
    auto beyond = documents_beyond_clearance(wish, *fields, made, on_file);
    if (!wish.seeing.covers(made)) {
        if (gives_up_part(file.summary, summary))
            found.answer.remarks.push_back({"JC-19", say("您已退出本案，此后不能再查阅本案")});
        else
            beyond.push_back(beyond_clearance(wish, made));
    }
    if (!beyond.empty()) {
        forget(wish.on); // the act is in the file already, and must not stay there
        return refused{std::move(beyond)};
    }

    what.body = tidy(what.body, *fields);
    seal(what, file.head.last_hash);
    auto tasks = file.file->tasks(now);
    on_file.append(what, {.summary = summary,
                          .before = std::move(file.summary),
                          .stages = file.file->stages(),
                          .tasks_opened = missing_in(tasks, file.tasks),
                          .tasks_closed = missing_in(file.tasks, tasks),
                          .tasks_changed = changed_in(tasks, file.tasks),
                          .figures = figures_given(*file.file, what, law_.days),
                          .passages = passages_in(what.body, *fields),
                          .told = file.file->told()});
    file.tasks = std::move(tasks);
    file.summary = std::move(summary);
    file.head.version = what.seq;
    file.head.last_hash = what.hash;
    file.last_entered_at = what.entered_at;
    return admitted{std::move(what), file.head.line.number, std::move(found.answer.remarks), false};
}

desk::kept& desk::keep(kept file)
{
    auto const id = file.head.line.id;
    by_age_.push_front(id);
    file.age = by_age_.begin();
    auto& place = kept_.insert_or_assign(id, std::move(file)).first->second;
    while (kept_.size() > most_kept_) {
        auto const oldest = by_age_.back();
        forget(oldest);
    }
    return place;
}

void desk::forget(case_id id)
{
    if (auto known = kept_.find(id); known != kept_.end()) {
        by_age_.erase(known->second.age);
        kept_.erase(known);
    }
}

void desk::forget_all()
{
    kept_.clear();
    by_age_.clear();
}

} // namespace engine
