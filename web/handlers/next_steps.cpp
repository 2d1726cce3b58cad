#include "web/handlers/next_steps.hpp"

#include "adapters/notices/letter.hpp"
#include "adapters/soci/left_tasks.hpp"
#include "web/handlers/asked_box.hpp"
#include "web/handlers/opinions.hpp"
#include "web/handlers/other_seats.hpp"
#include "web/handlers/seat_holders.hpp"
#include "web/handlers/time_light.hpp"
#include "web/handlers/why_back.hpp"
#include "web/office.hpp"
#include "workflows/major_decision/circulation.hpp"
#include "workflows/major_decision/hearing.hpp"
#include "workflows/major_decision/legality_review.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;

/// So many lines, acts of a line and seats of a line are said; more are told by their number. What
/// whoever looks may do now is all said.
constexpr std::size_t most_lines = 4;
constexpr std::size_t most_acts = 6;
constexpr std::size_t most_seats = 3;
constexpr std::size_t most_meanwhile = 3;

/// An act that waits, for whichever of its seats.
struct step {
    std::string kind;
    std::vector<engine::seat> seats;
    std::optional<engine::instant> since; ///< of the seats of whoever looks, else of them all
    std::optional<engine::day> opens_on;
    std::optional<engine::task_limit> within; ///< the first to end
    bool own = false;                         ///< of whoever looks
    bool left = false;        ///< theirs as well, but the clerks of their unit do it first
    long long brought_by = 0; ///< the act since which it waits
};

/// Acts of the same people, in the order of the law; of those that rest, by the day.
struct line_of_steps {
    bool own = false;
    bool rests = false;
    std::vector<step> acts;

    /// Of these the first are said.
    std::size_t said() const
    {
        return own && !rests ? acts.size() : std::min(acts.size(), most_acts);
    }
};

/// Where people sit, in words, and their names.
using places = std::vector<std::pair<std::string, std::vector<std::string>>>;

/// Looks at a case for whoever asks, and at those whose turn it is.
class onlooker {
public:
    onlooker(visit const& v, opened_case const& file)
        : v_(v), file_(file), now_(circumstances_of(v, file)), people_(v.house.people(v.today())),
          organ_(organ_of(v, file.record.entry.summary.unit)),
          offers_(file.file().offers(actor_on(v, file), now_)),
          goes_first_(done_first_by(v, v.session->as)), tasks_(v.records->tasks_of(file.line().id))
    {}

    /// Own ones first, then what others can do, then what a day keeps waiting.
    std::vector<line_of_steps> lines() const
    {
        std::vector<line_of_steps> all;
        for (auto& act : steps()) {
            auto const is_alike = [&](line_of_steps const& one) {
                return one.own == act.own && one.rests == act.opens_on.has_value() &&
                       (act.own ||
                        (one.acts.front().left == act.left && one.acts.front().seats == act.seats));
            };
            auto alike = std::find_if(all.begin(), all.end(), is_alike);
            if (alike == all.end())
                alike = all.insert(all.end(), {act.own, act.opens_on.has_value(), {}});
            alike->acts.push_back(std::move(act));
        }
        for (auto& one : all)
            std::stable_sort(one.acts.begin(), one.acts.end(),
                             [](step const& a, step const& b) { return a.opens_on < b.opens_on; });
        std::stable_sort(all.begin(), all.end(),
                         [](line_of_steps const& a, line_of_steps const& b) {
                             auto const place = [](line_of_steps const& one) {
                                 return std::tuple(one.rests, !one.own, one.acts.front().opens_on);
                             };
                             return place(a) < place(b);
                         });
        return all;
    }

    object line(line_of_steps const& of) const
    {
        array acts;
        for (std::size_t i = 0; i < of.said(); ++i)
            acts.push_back(act_of_line(of.acts[i]));
        return {{"acts", std::move(acts)},
                {"own", of.own},
                {"waits", of.rests},
                {"who", who(of.acts.front())},
                {"own_seats", own_seats(of)}};
    }

    /// True if several acts can be done now, and none of them takes the place of another.
    bool go_side_by_side(std::vector<line_of_steps> const& all) const
    {
        std::vector<std::string> kinds;
        for (auto const& one : all)
            for (auto const& act : one.acts)
                if (!one.rests)
                    kinds.push_back(act.kind);
        if (kinds.size() < 2)
            return false;
        auto const rows = file_.file().table();
        for (auto const& first : kinds)
            for (auto const& second : kinds)
                if (first != second && !stays_open_after(rows, first, second))
                    return false;
        return true;
    }

    /// What whoever looks may do while the only thing to wait for is a day.
    array meanwhile(std::vector<line_of_steps> const& all) const
    {
        array made;
        auto const goes_on = std::any_of(all.begin(), all.end(),
                                         [](line_of_steps const& one) { return !one.rests; });
        if (goes_on)
            return made;
        for (auto const& offer : offers_) {
            auto const fits = std::any_of(all.begin(), all.end(), [&](line_of_steps const& one) {
                return one.own &&
                       std::any_of(one.acts.begin(), one.acts.end(), [&](step const& act) {
                           return act.kind.starts_with(offer.chapter + ".");
                       });
            });
            if (fits && offer.is_open() && made.size() < most_meanwhile)
                made.push_back(object{{"kind", offer.kind},
                                      {"act_words", act_words(v_.words, offer.kind)},
                                      {"href", form_of(offer.kind)}});
        }
        return made;
    }

    /// What was sent in and waits for whoever looks to put it on file: before it is a task of
    /// theirs, as they like.
    array unfiled(std::vector<line_of_steps> const& all) const
    {
        using workflows::major_decision::hearing::suggested;
        using workflows::major_decision::participation::opinions_recorded;
        array made;
        auto const add = [&](std::string_view kind, long long count, engine::text const& words) {
            auto const* offer = offer_of(std::string(kind));
            if (count > 0 && offer && offer->is_open())
                made.push_back(object{{"count", count},
                                      {"own", is_own_now(all, kind)},
                                      {"words", v_.words(words)},
                                      {"href", home() + std::string(registering_page(kind))}});
        };
        if (!offer_of(std::string(opinions_recorded::kind)) &&
            !offer_of(std::string(suggested::kind)))
            return made;
        adapters::soci::comment_shelf shelf(*v_.records);
        auto const left = unfiled_on(shelf, file_);
        add(opinions_recorded::kind, left.opinions,
            say("公众提出的意见有{1}条尚未登记入卷", left.opinions));
        add(suggested::kind, left.wishes,
            say("公众提出的听证建议有{1}件尚未登记入卷", left.wishes));
        return made;
    }

    /// Whether something that can be done now is as asked for.
    static bool any_now(std::vector<line_of_steps> const& all, bool step::*asked)
    {
        return std::any_of(all.begin(), all.end(), [&](line_of_steps const& one) {
            return !one.rests && one.acts.front().*asked;
        });
    }

private:
    /// The acts that wait, in the order of the law.
    std::vector<step> steps() const
    {
        std::vector<step> acts;
        for (auto const& task : tasks_) {
            auto const& what = task.what;
            auto const rests =
                what.opens_on && *what.opens_on > file_.on ? what.opens_on : std::nullopt;
            auto const known = std::find_if(acts.begin(), acts.end(), [&](step const& one) {
                return one.kind == what.kind && one.opens_on == rests;
            });
            auto& act = known == acts.end() ? acts.emplace_back(step{what.kind, {}, {}, rests, {}})
                                            : *known;
            act.seats.push_back({what.role, what.unit, what.person});
            if (what.within && (!act.within || what.within->due < act.within->due))
                act.within = what.within;
        }
        for (auto& act : acts) {
            std::sort(act.seats.begin(), act.seats.end());
            act.own = is_own(act);
            act.left = act.own && leave_to_clerks(act);
            act.own = act.own && !act.left;
            say_since(act);
        }
        std::stable_sort(acts.begin(), acts.end(), [&](step const& a, step const& b) {
            return place_of(a.kind) < place_of(b.kind);
        });
        return acts;
    }

    object act_of_line(step const& one) const
    {
        return {{"kind", one.kind},
                {"act_words", act_words(v_.words, one.kind)},
                {"href", (one.own || one.left) && !one.opens_on ? place_of_task(one.kind) : ""},
                {"since", one.since ? engine::to_text(*one.since) : ""},
                {"opens_on", one.opens_on ? engine::to_text(*one.opens_on) : ""},
                {"when_words", when(one)},
                {"because", because(one)},
                {"due", one.within ? engine::to_text(one.within->due) : ""},
                {"light", light_of(one)}};
    }

    /// From which seats beside the present one whoever looks may do what waits for others there.
    array own_seats(line_of_steps const& of) const
    {
        array made;
        auto const& act = of.acts.front();
        auto const may_from = [&](engine::actor who) {
            who.is_elsewhere = !who.organ.empty() && who.organ != organ_;
            return std::any_of(act.seats.begin(), act.seats.end(),
                               [&](auto const& place) { return engine::is_held_by(place, who); }) &&
                   may_do(who, act.kind);
        };
        auto const is_own_seat = [&](engine::actor const& who) {
            return who.person == v_.session->who.id && may_from(who);
        };
        // most people hold one seat: the record is asked only about the others
        if (of.own || of.rests || act.left ||
            std::none_of(people_->begin(), people_->end(), is_own_seat))
            return made;
        for (auto const& as : seats_beside(v_))
            if (may_from(adapters::soci::acting(v_.session->who, as)))
                made.push_back(object{{"appointment", as.id},
                                      {"seat_words", v_.words(words_of_seat(v_, as))},
                                      {"href", home()}});
        return made;
    }

    static bool is_own_now(std::vector<line_of_steps> const& all, std::string_view kind)
    {
        return std::any_of(all.begin(), all.end(), [&](line_of_steps const& one) {
            return one.own && !one.rests &&
                   std::any_of(one.acts.begin(), one.acts.end(),
                               [&](step const& act) { return act.kind == kind; });
        });
    }

    bool is_held(engine::seat const& place) const
    {
        return engine::is_held_by(place, actor_on(v_, file_));
    }

    /// Since when it waits for whoever looks, as their desk says it; of others, the longest.
    void say_since(step& act) const
    {
        for (auto const& task : tasks_) {
            auto const& what = task.what;
            if (what.kind != act.kind)
                continue;
            if (act.own && !is_held({what.role, what.unit, what.person}))
                continue;
            if (act.since && *act.since <= task.received_at)
                continue;
            act.since = task.received_at;
            act.brought_by = task.since;
        }
    }

    /// An act of another chapter always does; of the same one while it has a place where the first
    /// leads to.
    bool stays_open_after(std::vector<engine::table_row> const& rows, std::string const& first,
                          std::string const& second) const
    {
        auto const stages = file_.file().stages();
        auto const leads = [&](engine::table_row const& row) {
            return row.kind == first &&
                   std::any_of(stages.begin(), stages.end(), [&](engine::chapter_stage const& at) {
                       return at.chapter == row.chapter && at.stage == row.stage;
                   });
        };
        auto const from = std::find_if(rows.begin(), rows.end(), leads);
        if (from == rows.end() || !second.starts_with(from->chapter + "."))
            return true;
        return std::any_of(rows.begin(), rows.end(), [&](engine::table_row const& row) {
            return row.kind == second && row.stage == from->next && row.sort != "follows";
        });
    }

    std::string home() const { return "/cases/" + std::to_string(file_.line().id.value); }

    std::string form_of(std::string const& kind) const
    {
        return home() + std::string(adapters::notices::report_page_of(kind)) + "#act-" + kind;
    }

    /// Where an act is done that is waited for: what was sent in is put on file on its own page.
    std::string place_of_task(std::string const& kind) const
    {
        auto const page = registering_page(kind);
        return page.empty() ? form_of(kind) : home() + std::string(page);
    }

    engine::offer const* offer_of(std::string const& kind) const
    {
        auto const place = place_of(kind);
        return place == offers_.size() ? nullptr : &offers_[place];
    }

    /// In the order of the law.
    std::size_t place_of(std::string const& kind) const
    {
        auto const found = std::find_if(offers_.begin(), offers_.end(),
                                        [&](auto const& one) { return one.kind == kind; });
        return static_cast<std::size_t>(found - offers_.begin());
    }

    /// It waits for whoever looks, and not for another of their seat alone, and the law refuses
    /// them nothing but the day.
    bool is_own(step const& act) const
    {
        auto const* offer = offer_of(act.kind);
        if (!offer || !offer->duty || !(offer->is_open() || engine::opens_on(offer->refusals)))
            return false;
        return std::any_of(act.seats.begin(), act.seats.end(),
                           [&](engine::seat const& place) { return is_held(place); });
    }

    /// As the list of a head does it: where the clerks of the unit may do it too, theirs alone
    /// stay.
    bool leave_to_clerks(step& act) const
    {
        auto& seats = act.seats;
        auto const is_of_clerks = [&](engine::seat const& place) {
            return place.role == goes_first_ && place.unit == v_.session->as.unit;
        };
        if (goes_first_.empty() || std::none_of(seats.begin(), seats.end(), is_of_clerks))
            return false;
        auto const* offer = offer_of(act.kind);
        auto const may_go_first = [&](engine::actor const& who) {
            return who.role == goes_first_ && who.unit == v_.session->as.unit &&
                   may_do(who, act.kind);
        };
        if (!offer || !adapters::soci::may_be_left(offer->chapter) ||
            std::none_of(people_->begin(), people_->end(), may_go_first))
            return false;
        std::erase_if(seats, [&](engine::seat const& place) { return !is_of_clerks(place); });
        return true;
    }

    /// It waits for them too, and nothing that they did on the file keeps them from the act (JC-1).
    bool may_do(engine::actor const& who, std::string const& kind) const
    {
        for (auto const& offer : file_.file().offers(who, now_))
            if (offer.kind == kind)
                return offer.duty &&
                       std::none_of(offer.refusals.begin(), offer.refusals.end(),
                                    [](auto const& ground) { return ground.about_role; });
        return false;
    }

    /// The unit of a seat where it is one, else what it is called.
    std::string seat_words(engine::seat const& place, std::vector<std::string> const& units) const
    {
        if (!place.unit.empty())
            return v_.house.unit_name(place.unit);
        if (units.size() == 1)
            return v_.house.unit_name(units.front());
        return place.role.empty() ? v_.house.person_name(place.person)
                                  : v_.words("role." + place.role);
    }

    /// Who may do an act from a seat, under the words for the place where they sit.
    void seat_holders(engine::seat const& place, std::string const& kind, places& into) const
    {
        std::vector<std::string> names;
        std::vector<std::string> units;
        for (auto who : *people_) {
            who.is_elsewhere = !who.organ.empty() && who.organ != organ_;
            if (names.size() > most_holders || !engine::is_held_by(place, who) ||
                !may_do(who, kind))
                continue;
            names.push_back(who.name);
            if (std::find(units.begin(), units.end(), who.unit) == units.end())
                units.push_back(who.unit);
        }
        auto const seat = seat_words(place, units);
        auto known = std::find_if(into.begin(), into.end(),
                                  [&](auto const& one) { return one.first == seat; });
        if (known == into.end())
            known = into.insert(into.end(), {seat, {}});
        for (auto& one : names)
            if (std::find(known->second.begin(), known->second.end(), one) == known->second.end())
                known->second.push_back(std::move(one));
    }

    std::string who(step const& one) const
    {
        places found;
        for (auto const& place : one.seats)
            seat_holders(place, one.kind, found);
        if (one.left)
            for (auto& [seat, names] : found)
                seat = v_.words(say("您可以办理，一般由本单位经办人办理"));
        std::vector<std::string> all;
        for (auto const& [seat, names] : found)
            if (all.size() < most_seats)
                all.push_back(with_holders(v_, seat, names));
        auto const said = joined_names(v_, all);
        return found.size() > most_seats ? v_.words(say("{1}等{2}处", said, found.size())) : said;
    }

    std::string when(step const& one) const
    {
        if (one.opens_on)
            return v_.words(may_be_sooner(one) ? say("{1}起，可以提前办理", *one.opens_on)
                                               : say("{1}起可以办理", *one.opens_on));
        if (!one.since)
            return {};
        auto const on = v_.words.moment(*one.since);
        auto const& acts = file_.record.acts;
        auto const act = std::find_if(acts.begin(), acts.end(), [&](engine::act const& entered) {
            return entered.seq == one.brought_by;
        });
        auto const why = act == acts.end() ? std::string() : why_back(v_.words, *act);
        return v_.words(why.empty() ? say("{1}送达", on) : say("{1}送达，因{2}", on, why)) +
               before_least_time(one);
    }

    /// What may be done before its least time has passed, but not without a reason.
    std::string before_least_time(step const& one) const
    {
        if (one.kind != workflows::major_decision::legality_review::concluded::kind)
            return {};
        for (auto const& limit : file_.file().limits(now_))
            if (limit.name == "review_least" && limit.is == engine::limit::state::running)
                return v_.words("words.semicolon") +
                       v_.words(say("{1}前出具意见须写明理由", limit.due));
        return {};
    }

    /// It rests until a day that somebody undertook, not one before which the law refuses it.
    bool may_be_sooner(step const& one) const
    {
        auto const* offer = offer_of(one.kind);
        return offer && std::all_of(offer->refusals.begin(), offer->refusals.end(),
                                    [](auto const& ground) { return ground.about_role; });
    }

    /// Why it waits for its day; or why whoever looks may not do it, though it is of their seat, as
    /// the law says it.
    std::string because(step const& one) const
    {
        auto const* offer = offer_of(one.kind);
        auto const is_of_own_seat =
            std::any_of(one.seats.begin(), one.seats.end(),
                        [&](engine::seat const& place) { return is_held(place); });
        for (auto const& ground : offer ? offer->refusals : std::vector<engine::refusal>())
            if (one.opens_on ? ground.opens_on.has_value() : is_of_own_seat && ground.about_role)
                return v_.words(ground.reason);
        return {};
    }

    object light_of(step const& one) const
    {
        if (!one.within || one.opens_on)
            return {{"colour", ""}, {"shape", ""}, {"words", ""}};
        auto const light = handlers::light_of(*one.within, now_.days, file_.on);
        return {{"colour", light.colour}, {"shape", light.shape}, {"words", v_.words(light.words)}};
    }

    visit const& v_;
    opened_case const& file_;
    engine::circumstances now_;
    std::shared_ptr<std::vector<engine::actor> const> people_;
    std::string organ_;
    std::vector<engine::offer> offers_;
    std::string goes_first_; ///< the role in the own unit to which whoever looks leaves tasks
    std::vector<engine::waiting_task> tasks_;
};

/// What is not listed: other people's, and what is one's own from a later day on.
std::string more_words(visit const& v, std::vector<line_of_steps> const& all)
{
    std::size_t others = 0;
    std::size_t own = 0;
    for (std::size_t i = 0; i < all.size(); ++i)
        (all[i].own ? own : others) += all[i].acts.size() - (i < most_lines ? all[i].said() : 0);
    if (others > 0 && own > 0)
        return v.words(say("另有{1}项等待其他人员办理，{2}项您的事项尚未到可办日期", others, own));
    if (own > 0)
        return v.words(say("另有{1}项您的事项尚未到可办日期", own));
    return others > 0 ? v.words(say("另有{1}项等待其他人员办理", others)) : std::string();
}

} // namespace

object next_steps(visit const& v, opened_case const& file)
{
    object made{{"any", false},          {"steps", array()},       {"unfiled", array()},
                {"more_words", ""},      {"has_meanwhile", false}, {"meanwhile", array()},
                {"side_by_side", false}, {"own_words", ""}};
    if (file.past || file.rebuilt.broken)
        return made;
    made["any"] = true;
    onlooker const looking(v, file);
    auto const all = looking.lines();
    made["side_by_side"] = looking.go_side_by_side(all);
    auto& lines = made["steps"].emplace_array();
    bool in_another_seat = false;
    for (auto const& one : all) {
        if (lines.size() == most_lines)
            break;
        lines.push_back(looking.line(one));
        in_another_seat = in_another_seat || !lines.back().at("own_seats").as_array().empty();
    }
    made["more_words"] = more_words(v, all);
    auto meanwhile = looking.meanwhile(all);
    made["has_meanwhile"] = !meanwhile.empty();
    made["meanwhile"] = std::move(meanwhile);
    made["unfiled"] = looking.unfiled(all);
    auto const closed = file.file().summary().closed;
    if (all.empty())
        made["own_words"] = v.words(closed ? say("本案已经办结，没有需要办理的事项。")
                                           : say("本案现在没有等待办理的事项。"));
    else if (!looking.any_now(all, &step::own))
        made["own_words"] = v.words(
            looking.any_now(all, &step::left) ? say("没有必须由您办理的事项。")
            : in_another_seat ? say("以现在的任职，您没有需要办理的事项；改用另一项任职可以办理。")
                              : say("您现在没有需要办理的事项。"));
    return made;
}

std::string first_own_step(visit const& v, opened_case const& file)
{
    if (file.past || file.rebuilt.broken)
        return {};
    auto const all = onlooker(v, file).lines();
    if (all.empty() || !all.front().own || all.front().rests)
        return {};
    for (auto const& one : all.front().acts)
        if (one.kind != workflows::major_decision::circulation::read::kind)
            return one.kind;
    return {};
}

} // namespace web::handlers
