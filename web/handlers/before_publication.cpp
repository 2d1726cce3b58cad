#include "web/handlers/before_publication.hpp"

#include "adapters/soci/comment_shelf.hpp"
#include "web/handlers/act_form.hpp"
#include "web/handlers/begun_feedback.hpp"
#include "web/handlers/case_list.hpp"
#include "web/handlers/drafts.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/sender_masks.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "web/public_counter.hpp"
#include "web/random_id.hpp"
#include "workflows/public_matters.hpp"

#include <algorithm>
#include <set>

// What of a case is published, or will be with the next feedback, beside what it says on file: so
// that whoever publishes sees what is masked, and marks what should be (JC-24).

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;
namespace law = workflows::major_decision;
namespace soci = adapters::soci;

/// So many texts stand on the page, those in which something is masked first.
constexpr std::size_t most_texts = 500;

/// A feedback says something; this stands for words that are still to be found.
constexpr char const* unwritten = "—";

struct published_text {
    std::string where; ///< key of the words that say what it is
    std::string which; ///< number and sender of an opinion, as published
    std::string original;
    std::string shown;
    bool differs() const { return original != shown; }
};

/// The words of a feedback that was begun; nothing where none was.
std::string feedback_begun(visit const& v, opened_case const& file)
{
    auto const kept = v.house.with().desk.drafts_on(v.session->who.id, file.line().id);
    auto const* draft = draft_of(kept, page_form::feedback);
    if (!draft)
        return {};
    auto const typed = words_of_draft(*draft);
    auto const* words = typed.if_contains("words");
    return words && words->is_string() ? std::string(words->as_string()) : std::string();
}

/// The case as everybody would find it once these words are given as feedback. Nothing where there
/// is nothing to publish, or where all acts are gone from a record that somebody damaged.
std::optional<public_case> after_feedback(visit const& v, opened_case const& file,
                                          std::string const& words)
{
    auto acts = file.record.acts;
    if (acts.empty())
        return {};
    engine::act feedback = acts.back();
    feedback.seq = file.version() + 1;
    feedback.kind = law::participation::feedback_given::kind;
    feedback.body = {{"way", "collective_online"},
                     {"given_on", engine::to_text(v.today())},
                     {"address", ""},
                     {"words", words.empty() ? unwritten : words}};
    acts.push_back(std::move(feedback));
    auto matter = workflows::public_matter_of(acts, v.house.with().law.days);
    if (!matter)
        return {};
    // with one that nobody has begun the decisions become known just the same
    if (words.empty() && !matter->feedback.empty())
        matter->feedback.pop_back();
    return public_case_of(file.line().id, file.version(), v.now, std::move(*matter));
}

std::vector<published_text> texts_of(visit const& v, public_case const& of)
{
    soci::comment_shelf shelf(*v.records);
    std::vector<published_text> all;
    std::set<std::string> reasons;
    auto const add = [&](char const* where, std::string which, std::string const& words,
                         named_people const& own = {}) {
        if (!words.empty())
            all.push_back({where, std::move(which), words,
                           masked_words(masked_words(words, own), of.people)});
    };
    auto const& matter = of.matter;
    for (auto const& one : matter.feedback)
        add("act.participation.feedback_given", "", one.words);
    for (auto const& one : matter.answered) {
        auto const sent = law::number_of_opinion(one.what.number);
        auto const which = one.what.number + " " + masked_name(one.what.from);
        add("field.opinions", which, one.what.words,
            {sent ? shelf.contact(of.id, *sent) : std::string()});
        if (std::string const reason = one.decision.reason.value_or("");
            reasons.insert(reason).second)
            add("field.reason", which, reason);
    }
    if (matter.hearing && matter.hearing->answer)
        for (auto const& one : matter.hearing->answer->points) {
            add("public.hearing_points", "", one.point);
            add("field.reason", "", one.reason.value_or(""));
        }
    if (matter.issue)
        add("public.adoption_statement", "", matter.issue->adoption_statement.value_or(""));
    for (auto const& one : matter.documents)
        add("public.documents", "", one.what.name);
    std::stable_partition(all.begin(), all.end(),
                          [](published_text const& one) { return one.differs(); });
    return all;
}

array texts_view(visit const& v, std::vector<published_text> const& all)
{
    array made;
    for (auto const& one : all) {
        if (made.size() == most_texts)
            break;
        made.push_back(object{{"where_words", v.words(std::string_view(one.where))},
                              {"which", one.which},
                              {"shown", one.shown},
                              {"original", one.original},
                              {"differs", one.differs()}});
    }
    return made;
}

std::optional<answer> refuse_others(visit& v, opened_case const& file)
{
    if (!file.file().fields_of(law::participation::words_masked::kind))
        return not_found(v);
    if (works_with_senders(v, file))
        return {};
    return problem(v, 403, "refused", say("公开的内容由承办单位或者听证组织单位核对。"));
}

bool feedback_is_open(visit const& v, opened_case const& file)
{
    auto const offers = file.file().offers(actor_on(v, file), circumstances_of(v, file));
    return std::any_of(offers.begin(), offers.end(), [](engine::offer const& one) {
        return one.kind == law::participation::feedback_given::kind && one.is_open();
    });
}

/// A word on each line.
array words_in(std::string text)
{
    std::erase(text, '\r');
    array words;
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find('\n', at), text.size());
        auto word = std::string_view(text).substr(at, end - at);
        while (word.starts_with(' '))
            word.remove_prefix(1);
        while (word.ends_with(' '))
            word.remove_suffix(1);
        if (!word.empty())
            words.emplace_back(word);
        at = end + 1;
    }
    return words;
}

} // namespace

std::string masking_href(engine::case_id on)
{
    return "/cases/" + std::to_string(on.value) + "/masking";
}

answer show_masking(visit& v)
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    auto const& file = std::get<opened_case>(found);
    if (auto refused = refuse_others(v, file))
        return std::move(*refused);
    auto const begun = feedback_begun(v, file);
    auto const of = after_feedback(v, file, begun);
    auto const texts = of ? texts_of(v, *of) : std::vector<published_text>();

    answer page{.page = "masking"};
    page.view["title"] = v.words("masking.title");
    page.view["case"] = head_view(v, file);
    put_list(v, file.line().shape, page.only_page);
    page.view["count"] = static_cast<long long>(texts.size());
    page.view["masked_count"] = std::count_if(
        texts.begin(), texts.end(), [](published_text const& one) { return one.differs(); });
    page.view["texts"] = texts_view(v, texts);
    page.view["empty"] = texts.empty();
    page.view["cut"] = texts.size() > most_texts;
    array marked;
    if (of)
        for (auto const& word : of->matter.masked)
            marked.push_back(object{{"word", word}});
    page.view["has_marked"] = !marked.empty();
    page.view["marked"] = std::move(marked);
    page.view["feedback"] = begun;
    page.view["can_give"] = !begun.empty() && feedback_is_open(v, file);
    put_feedback_note(v, file, page.only_page);
    page.only_page["href"] = masking_href(file.line().id);
    page.only_page["mark_id"] = random_id();
    page.only_page["feedback_id"] = random_id();
    page.only_page["feedback_act"] = act_words(v.words, law::participation::feedback_given::kind);
    page.only_page["seen"] = file.version();
    page.only_page["done"] = v.query("done").empty() ? "" : v.words("opinions.saved");
    return page;
}

awaitable<answer> mark_masked(visit& v)
{
    std::optional<answer> instead;
    engine::case_id on;
    auto const look = [&](visit& with) {
        auto found = case_of_path(with);
        if (auto* other = std::get_if<answer>(&found)) {
            instead = std::move(*other);
            return answer{};
        }
        auto const& file = std::get<opened_case>(found);
        instead = refuse_others(with, file);
        on = file.line().id;
        return answer{};
    };
    co_await v.house.read(v, look);
    if (instead)
        co_return std::move(*instead);
    auto const word = [&](char const* name) {
        auto const* value = find(v.asked.fields, name);
        return value ? *value : std::string();
    };
    typed_form typed;
    typed.kind = law::participation::words_masked::kind;
    typed.act_id = word("act_id");
    typed.seen = number_in(word("seen"));
    typed.body = {{"masked", words_in(word("masked"))}};
    auto made = co_await submit_prepared(v, on, std::move(typed));
    if (!made.see_other.empty())
        made.see_other = masking_href(on) + "?done=1";
    co_return made;
}

} // namespace web::handlers
