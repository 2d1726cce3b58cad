#include "web/handlers/form_trials.hpp"

#include "engine/blamed_fields.hpp"
#include "engine/chain.hpp"
#include "web/handlers/agendas.hpp"
#include "web/handlers/answered_rows.hpp"
#include "web/handlers/filed_documents.hpp"
#include "web/handlers/points_to_answer.hpp"
#include "web/office.hpp"
#include "workflows/major_decision/submission.hpp"

#include <algorithm>
#include <set>

namespace web::handlers {
namespace {

/// A case that is opened is tried on a file of its own each time; nothing where it cannot be tried.
engine::trial trial_of_opening(visit const& v, std::string const& shape_name)
{
    auto const& law = v.house.with().law;
    auto const shape = law.shapes.find(shape_name);
    auto const place = v.house.place_of_unit(v.session->as.unit);
    if (shape == law.shapes.end() || !law.book.knows(place))
        return {};
    return [&law, &opened = shape->second, place, today = v.today()](engine::act const& one) {
        return opened.make(place)->attempt(one, {law.book, law.days, today});
    };
}

engine::act act_of(visit const& v, typed_form const& typed)
{
    engine::act as;
    as.kind = typed.kind;
    as.body = typed.body;
    as.by = v.actor();
    as.entered_at = v.now;
    return as;
}

/// The people of the house, as the desk knows them when it judges what somebody typed: those of
/// their organ.
class people_of_organ final : public engine::seat_holders {
public:
    explicit people_of_organ(visit const& v) : v_(v) {}

    std::vector<engine::actor> seats_of(engine::person_id who, engine::day on) override
    {
        std::vector<engine::actor> found;
        for (auto const everybody = v_.house.people(on); auto const& one : *everybody)
            if (one.person == who && one.organ == v_.session->as.organ)
                found.push_back(one);
        return found;
    }

    bool is_held(std::string const& role, std::string const& unit, engine::day on) override
    {
        if (held_on_ != on) {
            held_on_ = on;
            held_.clear();
            for (auto const& one : v_.house.with().people.appointments(on))
                held_.emplace(one.role, one.unit);
        }
        return held_.contains({role, unit});
    }

private:
    visit const& v_;
    std::optional<engine::day> held_on_;
    std::set<std::pair<std::string, std::string>> held_; ///< roles and units on that day
};

/// What the desk knows when it judges what somebody typed.
engine::circumstances circumstances_of_desk(visit const& v, opened_case const& file,
                                            people_of_organ& people)
{
    auto now = circumstances_of(v, file);
    now.people = &people;
    if (auto const* series = v.house.with().numbers)
        now.is_given = [series, on = file.line().id](std::string_view number) {
            return series->is_given(on, std::string(number));
        };
    return now;
}

/// The fields of a form with the units that one of them may name, as choices to be tried; of very
/// many none is tried, and the law speaks when the form is sent.
std::vector<engine::field> with_units(visit const& v, std::vector<engine::field> fields)
{
    constexpr std::size_t most_tried = 100;
    std::vector<std::string> codes;
    for (auto const& one : v.own_units())
        if (!one.is_closed)
            codes.push_back(one.code);
    if (codes.size() <= most_tried)
        for (auto& one : fields)
            if (one.type == engine::field_type::unit && !one.many)
                one.choices = codes;
    return fields;
}

/// What a form comes filled with of what the case holds.
boost::json::object filled_by_the_case(opened_case const& file, engine::offer const& offer)
{
    auto made = filed_documents(file, offer);
    if (auto const points = points_answered_by(file, offer.kind))
        made[points->list] = points->rows();
    return made;
}

} // namespace

engine::demands demands_on(visit const& v, opened_case const& file, engine::offer const& offer)
{
    if (!offer.fields)
        return {};
    return engine::demands_of(*file.rebuilt.file, offer.kind, *offer.fields,
                              filled_by_the_case(file, offer), circumstances_of(v, file));
}

engine::refused_choices refused_choices_on(visit const& v, opened_case const& file,
                                           engine::offer const& offer)
{
    if (!offer.fields)
        return {};
    people_of_organ people(v);
    auto now = circumstances_of(v, file);
    now.people = &people;
    return engine::refused_choices_of(*file.rebuilt.file, offer.kind, with_units(v, *offer.fields),
                                      filled_by_the_case(file, offer), now);
}

engine::demands demands_at_opening(visit const& v, typed_form const& typed,
                                   std::vector<engine::field> const& fields)
{
    auto const judge = trial_of_opening(v, typed.shape);
    if (!judge)
        return {};
    return engine::demands_of(act_of(v, typed), fields, {}, v.today(), judge);
}

std::vector<engine::advice> remarks_on_form(visit& v, std::optional<engine::case_id> on,
                                            typed_form const& typed)
{
    auto as = act_of(v, typed);
    auto const remarks_in = [](engine::judgement said) {
        return said.faults.empty() && said.answer.admits() ? std::move(said.answer.remarks)
                                                           : std::vector<engine::advice>();
    };
    if (!on) {
        auto const judge = trial_of_opening(v, typed.shape);
        return judge ? remarks_in(judge(as)) : std::vector<engine::advice>();
    }
    auto const file = open_file(v, *on);
    if (!file || file->rebuilt.broken || typed.seen != file->version())
        return {};
    as.by = actor_on(v, *file);
    people_of_organ people(v);
    auto const now = circumstances_of_desk(v, *file, people);
    // Before the trial, which leaves the act in the file.
    auto const offers = file->file().offers(as.by, now);
    auto said = file->rebuilt.file->attempt(as, now);
    bool const is_lawful = said.faults.empty() && said.answer.admits();
    auto found = remarks_in(std::move(said));
    for (auto const& offer : offers)
        if (offer.kind == typed.kind)
            std::erase_if(found, [&](engine::advice const& one) {
                return std::find(offer.remarks.begin(), offer.remarks.end(), one) !=
                       offer.remarks.end();
            });
    if (is_lawful)
        std::ranges::move(remarks_on_answer(v, typed), std::back_inserter(found));
    if (is_lawful && typed.kind == workflows::major_decision::submission::placed_on_agenda::kind)
        std::ranges::move(remarks_on_meeting(v, *file, as.body), std::back_inserter(found));
    return found;
}

std::string confirmation_of(visit const& v, std::vector<engine::advice> const& remarks)
{
    if (remarks.empty())
        return {};
    std::string all;
    for (auto const& one : remarks)
        all += one.rule + " " + v.words(one.words) + "\n";
    return engine::sha256(all);
}

std::vector<engine::refusal> refused_beside_faults(visit& v, std::optional<engine::case_id> on,
                                                   typed_form const& typed,
                                                   std::vector<engine::field> const* fields)
{
    if (!fields)
        return {};
    if (!on) {
        auto const judge = trial_of_opening(v, typed.shape);
        return judge ? engine::beside_faults(act_of(v, typed), *fields, typed.faults, {}, v.today(),
                                             judge)
                     : std::vector<engine::refusal>();
    }
    auto const file = open_file(v, *on);
    if (!file)
        return {};
    engine::offer offered;
    offered.kind = typed.kind;
    offered.fields = fields;
    people_of_organ people(v);
    auto const now = circumstances_of_desk(v, *file, people);
    return engine::beside_faults(*file->rebuilt.file, typed.kind, typed.body, typed.faults,
                                 filled_by_the_case(*file, offered), now);
}

void note_blamed(visit& v, std::optional<engine::case_id> on, typed_form& typed,
                 std::vector<engine::field> const* fields)
{
    typed.blamed.assign(typed.refusals.size(), {});
    if (!fields || typed.refusals.empty())
        return;
    if (!on) {
        if (auto const judge = trial_of_opening(v, typed.shape))
            typed.blamed = engine::blamed_fields(act_of(v, typed), *fields, typed.refusals, {},
                                                 v.today(), judge);
        return;
    }
    auto const file = open_file(v, *on);
    if (!file)
        return;
    engine::offer offered;
    offered.kind = typed.kind;
    offered.fields = fields;
    people_of_organ people(v);
    auto const now = circumstances_of_desk(v, *file, people);
    typed.blamed = engine::blamed_fields(*file->rebuilt.file, typed.kind, typed.body,
                                         typed.refusals, filled_by_the_case(*file, offered), now);
}

std::vector<engine::field_fault> said_at_fields(typed_form const& typed)
{
    auto all = typed.faults;
    for (std::size_t i = 0; i < typed.blamed.size(); ++i)
        for (auto const& path : typed.blamed[i])
            all.push_back({path, typed.refusals[i].reason});
    return all;
}

std::vector<engine::refusal> out_of_place(visit& v, engine::case_id on, typed_form& typed)
{
    auto const file = open_file(v, on);
    if (!file)
        return {};
    auto found =
        file->file().out_of_place(typed.kind, actor_on(v, *file), circumstances_of(v, *file));
    if (!found.admits())
        typed.stale = typed.seen && *typed.seen < file->version();
    return std::move(found.refusals);
}

} // namespace web::handlers
