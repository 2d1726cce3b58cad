#include "web/handlers/opinions.hpp"

#include "web/handlers/after_act.hpp"
#include "web/handlers/before_publication.hpp"
#include "web/handlers/begun_feedback.hpp"
#include "web/handlers/case_list.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/offer_forms.hpp"
#include "web/handlers/public_view.hpp"
#include "web/handlers/sender_masks.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"
#include "web/random_id.hpp"
#include "workflows/major_decision/public_matter.hpp"

#include <algorithm>
#include <array>

// The officials' side: the page of what came in on a case.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;
namespace law = workflows::major_decision;
namespace soci = adapters::soci;
namespace purpose = adapters::soci::purpose;

constexpr std::array<char const*, 5> all_channels = {"online", "letter", "meeting", "survey",
                                                     by_hand};
constexpr std::array<char const*, 3> all_purposes = {purpose::opinion, purpose::hearing_wish,
                                                     purpose::application};
constexpr std::array<char const*, 3> all_outcomes = {"adopted", "partly_adopted", "not_adopted"};

bool is_known(auto const& among, std::string const& name)
{
    return std::any_of(among.begin(), among.end(), [&](char const* one) { return name == one; });
}

std::string home_of(opened_case const& file)
{
    return "/cases/" + std::to_string(file.line().id.value);
}

soci::comment_filter filter_of(visit const& v)
{
    soci::comment_filter only;
    only.purpose = v.query("purpose");
    if (!is_known(all_purposes, only.purpose))
        only.purpose = purpose::opinion;
    only.words = v.query("words");
    only.channel = v.query("channel");
    if (auto const issue = v.query("issue"); issue == "-")
        only.issue = "";
    else if (!issue.empty())
        only.issue = issue;
    return only;
}

array options(visit const& v, auto const& codes, std::string const& prefix,
              std::string const& chosen)
{
    array made;
    for (auto const& name : codes) {
        std::string const code(name);
        made.push_back(object{
            {"code", code}, {"words", v.words(prefix + code)}, {"selected", code == chosen}});
    }
    return made;
}

/// One of the acts that the page prepares: how much it would hold.
object prepared_view(visit const& v, char const* act, std::string_view kind, long long count)
{
    return {{"act", act},
            {"act_words", act_words(v.words, kind)},
            {"count", count},
            {"ready", count > 0},
            {"act_id", random_id()}};
}

using all_offers = std::vector<engine::offer>;

bool is_open(all_offers const& offers, std::string_view kind)
{
    return std::any_of(offers.begin(), offers.end(),
                       [&](engine::offer const& one) { return one.kind == kind && one.is_open(); });
}

/// In which order the acts of the page come: where a window that closed is weighed, or where only
/// what was weighed lets it close.
std::string order_words(visit const& v, opened_case const& file)
{
    auto const closes_first = file.file().fields_of(law::participation::window_closed::kind);
    return v.words(std::string_view(closes_first ? "opinions.about_acts"
                                                 : "opinions.about_acts_before_closing"));
}

/// When the public was answered last, unless something was decided since; empty: it was not.
std::string told_words(visit const& v, opened_case const& file)
{
    using namespace law::participation;
    auto const& acts = file.record.acts;
    auto const last = std::find_if(acts.rbegin(), acts.rend(), [](engine::act const& one) {
        return one.kind == feedback_given::kind || one.kind == opinions_decided::kind;
    });
    return last == acts.rend() || last->kind != feedback_given::kind
               ? std::string()
               : v.words(say("已于{1}向公众反馈。", last->counts_on()));
}

/// Whether the public may be answered now; if not, what stands before it.
void put_feedback_standing(visit const& v, opened_case const& file, all_offers const& offers,
                           case_opinions const& known, object& page)
{
    auto const offered = [&](std::string_view kind) {
        return std::find_if(offers.begin(), offers.end(),
                            [&](engine::offer const& one) { return one.kind == kind; });
    };
    auto const feedback = offered(law::participation::feedback_given::kind);
    auto const closing = offered(law::participation::window_closed::kind);
    page["feedback_is_open"] = feedback != offers.end() && feedback->is_open();
    array before;
    auto const add = [&](engine::text const& words) {
        before.push_back(object{{"words", v.words(words)}});
    };
    auto const closed = file.file().summary().closed; // what helps there helps with nothing here
    if (feedback != offers.end())
        for (auto const& ground : feedback->refusals)
            add(closed || ground.remedy.empty() ? ground.reason : ground.remedy);
    else if (closing != offers.end())
        add(say("请先办理“{1}”。", act_words(v.words, closing->kind)));
    else
        add(say("记下的采纳情况作出决定后，才能向公众反馈。"));
    page["before_feedback"] = std::move(before);
    page["told_words"] = told_words(v, file);
    auto const open = known.opinions.undecided().size();
    page["undecided_words"] =
        open == 0 ? std::string() : v.words(say("还有{1}条已登记的意见没有作出采纳决定。", open));
}

array channels_view(visit const& v, soci::comment_shelf& shelf, engine::case_id on,
                    std::string const& of, case_opinions const& known)
{
    auto counted = shelf.by_channel(on, of);
    if (of == purpose::opinion)
        counted.push_back({by_hand, static_cast<long long>(opinions_by_hand(known, {}).size())});
    array made;
    for (std::string const channel : all_channels) {
        if (channel == by_hand && of != purpose::opinion)
            continue;
        auto const found = std::find_if(counted.begin(), counted.end(),
                                        [&](auto const& one) { return one.of == channel; });
        made.push_back(object{{"channel", channel},
                              {"channel_words", v.words("opinions.channel." + channel)},
                              {"count", found == counted.end() ? 0 : found->comments}});
    }
    return made;
}

void put_filters(visit const& v, answer& page, soci::comment_filter const& only,
                 std::vector<soci::comment_count> const& issues)
{
    array groups;
    for (auto const& one : issues)
        groups.push_back(object{{"issue", one.of},
                                {"count", one.comments},
                                {"selected", only.issue && *only.issue == one.of}});
    page.view["groups"] = std::move(groups);
    page.only_page["in_no_group"] = only.issue && only.issue->empty();
    page.only_page["filter_words"] = only.words;
    page.only_page["filtered"] = only.purpose != purpose::opinion || !only.words.empty() ||
                                 !only.channel.empty() || only.issue.has_value();
    page.only_page["channel_options"] = options(v, all_channels, "opinions.channel.", only.channel);
    page.only_page["purpose_options"] = options(v, all_purposes, "opinions.purpose.", only.purpose);
    page.only_page["kinds"] =
        options(v, engine::detail::choice_names<law::participation::attendee_kind>(),
                "choice.attendee_kind.", "citizen");
}

/// What the office typed, to be shown again when it could not be taken.
struct typed_entry {
    int status = 200;
    std::string notice;
    object fields;
    object problem = {}; ///< what refused an act that the page prepared; empty: nothing did
};

/// The numbers that were ticked in a form that comes back.
std::vector<std::string> ticked(object const& fields)
{
    std::vector<std::string> numbers;
    if (auto const* all = fields.if_contains("chosen"))
        for (auto const& one : all->as_array())
            numbers.emplace_back(one.as_string());
    return numbers;
}

/// Opinions on file that say the same, each lot with the form that marks it.
array same_words_view(case_opinions const& known)
{
    array made;
    for (auto const& one : opinions_of_same_words(known)) {
        array others;
        for (auto const& other : one.others)
            others.push_back(object{{"opinion", other}});
        made.push_back(
            object{{"first", one.first}, {"others", std::move(others)}, {"act_id", random_id()}});
    }
    return made;
}

/// What the page lets whoever works with opinions do, as the law stands on the case.
void put_work(visit& v, opened_case const& file, soci::comment_shelf& shelf,
              case_opinions const& known, answer& page)
{
    using namespace law::participation;
    auto const on = file.line().id;
    auto const offers = file.file().offers(actor_on(v, file), circumstances_of(v, file));
    auto const count_of = [&](std::string_view kind, auto const& rows) {
        return is_open(offers, kind) ? static_cast<long long>(rows.as_array().size()) : 0;
    };
    auto const recording =
        count_of(opinions_recorded::kind, recording_body(shelf, on, known).at("opinions"));
    auto const deciding =
        count_of(opinions_decided::kind, deciding_body(shelf, on, known).at("decisions"));
    page.view["prepared"] = array{prepared_view(v, "record", opinions_recorded::kind, recording),
                                  prepared_view(v, "decide", opinions_decided::kind, deciding)};
    auto const may_repeat = is_open(offers, repeats_noted::kind) && known.opinions.counted() > 0;
    page.only_page["may_sort"] = is_open(offers, opinions_decided::kind);
    page.only_page["may_repeat"] = may_repeat;
    page.only_page["same_words"] = may_repeat ? same_words_view(known) : array();
    auto const open = known.opinions.undecided();
    auto const by_hand_open = std::count_if(open.begin(), open.end(), [](auto const& number) {
        return !law::number_of_opinion(number);
    });
    page.only_page["may_settle"] = !open.empty() && is_open(offers, opinions_decided::kind);
    page.only_page["undecided_by_hand"] =
        by_hand_open > 0 && is_open(offers, opinions_decided::kind)
            ? v.words(say("直接登记入卷的意见有{1}条没有作出采纳决定：请在上表勾选，选择采纳情况，"
                          "再按“当场决定”。",
                          by_hand_open))
            : std::string();
    auto const noted = shelf.count(on, {.purpose = purpose::opinion});
    auto const to_note = static_cast<long long>(open.size()) - by_hand_open;
    page.only_page["not_noted_words"] =
        deciding == 0 && noted > 0 && to_note > 0
            ? v.words(say("{1}条已登记、尚未记下采纳情况：请在上表勾选，选择采纳情况，"
                          "再按“记下采纳情况”。",
                          to_note))
            : std::string();
    page.only_page["order_words"] = order_words(v, file);
    put_feedback_standing(v, file, offers, known, page.only_page);
}

/// The rows of this page of the list: what was sent in, then what was put on file without the box.
void put_rows(visit& v, opened_case const& file, soci::comment_shelf& shelf,
              case_opinions const& known, soci::comment_filter const& only, bool mine,
              std::vector<std::string> const& chosen, answer& page)
{
    constexpr long long rows_a_page = 50;
    auto const on = file.line().id;
    auto const by_hand_from = number_in(v.query("filed"));
    auto const direct = only.purpose == purpose::opinion ? opinions_by_hand(known, only)
                                                         : std::vector<filed_by_hand>();
    soci::page<soci::comment_entry> sent;
    if (!by_hand_from)
        sent = shelf.list(on, only, number_in(v.query("after")), rows_a_page);
    auto const people = mine ? named_people() : senders_of(v, file);
    auto const* hidden = mine ? nullptr : &people;
    array rows;
    for (auto const& one : sent.rows)
        rows.push_back(
            opinion_row(v, shelf, file, known, one, law::opinion_number(one.number), hidden));
    auto at = static_cast<std::size_t>(by_hand_from.value_or(1)) - 1;
    if (!sent.next)
        for (; at < direct.size() && rows.size() < rows_a_page; ++at)
            rows.push_back(
                opinion_row(v, shelf, file, known, direct[at].row, direct[at].number, hidden));
    for (auto& row : rows) {
        auto const number = std::string(row.at("opinion").as_string());
        row.as_object()["chosen"] = std::find(chosen.begin(), chosen.end(), number) != chosen.end();
    }
    page.view["found"] = shelf.count(on, only) + static_cast<long long>(direct.size());
    page.view["empty"] = rows.empty();
    page.view["opinions"] = std::move(rows);
    pairs again;
    for (auto const* name : {"purpose", "words", "channel", "issue"})
        if (auto value = v.query(name); !value.empty())
            again.emplace_back(name, std::move(value));
    if (sent.next)
        again.emplace_back("after", std::to_string(*sent.next));
    else if (at < direct.size())
        again.emplace_back("filed", std::to_string(at + 1));
    else
        again.clear();
    page.view["next"] =
        again.empty() ? std::string() : home_of(file) + "/opinions?" + to_query(again);
}

answer opinions_page(visit& v, opened_case const& file, typed_entry const& typed)
{
    auto const on = file.line().id;
    auto const only = filter_of(v);
    auto const mine = works_with_senders(v, file);
    auto const known = opinions_in(file.record.acts);
    soci::comment_shelf shelf(*v.records);
    auto const about_opinions = only.purpose == purpose::opinion;

    answer page{.status = typed.status, .page = "opinions"};
    page.view["case"] = head_view(v, file);
    put_list(v, file.line().shape, page.only_page);
    page.view["title"] = v.words(say("收到的意见"));
    page.view["purpose"] = only.purpose;
    page.view["about_opinions"] = about_opinions;
    page.view["may_work"] = mine;
    page.view["count"] = about_opinions ? count_opinions(shelf, on, known)
                                        : shelf.count(on, {.purpose = only.purpose});
    page.view["recorded"] = known.opinions.counted();
    page.view["decided"] = known.opinions.decided();
    page.view["repeats"] =
        static_cast<long long>(known.opinions.all().size()) - known.opinions.counted();
    page.view["channels"] = channels_view(v, shelf, on, only.purpose, known);
    put_rows(v, file, shelf, known, only, mine, ticked(typed.fields), page);
    put_filters(v, page, only, shelf.by_issue(on));
    auto const* outcome = typed.fields.if_contains("outcome");
    page.only_page["outcomes"] =
        options(v, all_outcomes, "choice.adoption.",
                outcome ? std::string(outcome->as_string()) : std::string());
    if (mine) {
        put_work(v, file, shelf, known, page);
        page.only_page["feedback_act"] =
            act_words(v.words, law::participation::feedback_given::kind);
        page.only_page["feedback_words"] = proposed_feedback(v, known);
        page.only_page["sorting_id"] = random_id();
        page.only_page["masking_href"] = masking_href(on);
        page.only_page["has_decided"] = known.opinions.decided() > 0;
        page.only_page["takes_letters"] = !file.file().summary().closed;
        page.only_page["letter_id"] = random_id();
        page.only_page["letter_channels"] = options(
            v, std::array<char const*, 3>{"letter", "meeting", "survey"}, "opinions.channel.", "");
        page.only_page["today"] = engine::to_text(v.today());
    }
    auto const repeats = about_opinions ? page.view.at("repeats").as_int64() : 0;
    page.only_page["repeats_words"] =
        repeats == 0 ? std::string() : v.words(say("重复的{1}条不另计", repeats));
    page.only_page["seen"] = file.version();
    page.only_page["saved"] = v.query("saved").empty() ? "" : v.words("opinions.saved");
    show_done(v, file, page);
    page.only_page["entered"] = v.query("entered");
    page.only_page["nothing_came"] = page.view.at("count").as_int64() == 0;
    page.only_page["came_in"] = page.view.at("count").as_int64() + repeats;
    page.only_page["notice"] = typed.notice;
    page.only_page["problem"] =
        typed.problem.empty() ? boost::json::value(false) : boost::json::value(typed.problem);
    page.only_page["typed"] = typed.fields;
    put_begun_opinions(v, file, page.only_page, mine && typed.fields.empty());
    if (mine && typed.fields.empty())
        put_feedback_note(v, file, page.only_page);
    return page;
}

} // namespace

answer opinions_page_with(visit& v, opened_case const& file, int status, engine::text const& notice,
                          object typed)
{
    return opinions_page(v, file, {status, v.words(notice), std::move(typed)});
}

answer opinions_page_refused(visit& v, opened_case const& file, typed_form const& typed)
{
    object fields;
    if (typed.kind == law::participation::repeats_noted::kind) {
        array chosen;
        for (auto const& one : typed.body.at("opinions").as_array()) {
            chosen.push_back(one.at("number"));
            if (auto const* same_as = one.as_object().if_contains("same_as"))
                fields["same_as"] = *same_as;
        }
        fields["chosen"] = std::move(chosen);
    }
    return opinions_page(v, file,
                         {typed.status, {}, std::move(fields), problem_view(v, typed, &file)});
}

answer list_opinions(visit& v)
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    return opinions_page(v, std::get<opened_case>(found), {});
}

} // namespace web::handlers
