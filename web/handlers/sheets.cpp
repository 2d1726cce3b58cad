#include "web/document_link.hpp"
#include "web/form_view.hpp"
#include "web/handlers/after_act.hpp"
#include "web/handlers/agendas.hpp"
#include "web/handlers/case_list.hpp"
#include "web/handlers/desk_page.hpp"
#include "web/handlers/draft_versions.hpp"
#include "web/handlers/handed_work.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/offer_forms.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/phrases.hpp"
#include "web/handlers/sheet_matter.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"
#include "web/random_id.hpp"
#include "workflows/major_decision/circulation.hpp"

#include <algorithm>
#include <list>
#include <map>
#include <set>

// The page of the sheets of a case: who has been asked for a word, who has given it, and the
// buttons of whoever's turn it is. Made for a phone.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using engine::say;
namespace circulation = workflows::major_decision::circulation;

std::string text_in(object const& from, char const* name)
{
    auto const* found = from.if_contains(name);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

std::string date_words(visit const& v, std::string const& day)
{
    auto const on = engine::parse_day(day);
    return on ? v.words.date(*on) : day;
}

std::string choice_words(visit const& v, char const* vocabulary, std::string const& name)
{
    return v.words("choice." + std::string(vocabulary) + "." + name);
}

bool is_seat_of(visit const& v, object const& one)
{
    return engine::is_held_by(
        {text_in(one, "role"), text_in(one, "unit"), {one.at("person").as_int64()}}, v.actor());
}

/// What somebody in this seat may do on a case, by kind; closed offers are left out.
using open_offers = std::map<std::string, engine::offer, std::less<>>;

open_offers open_offers_of(visit& v, opened_case const& file)
{
    open_offers all;
    for (auto& one : file.file().offers(actor_on(v, file), circumstances_of(v, file)))
        if (one.is_open())
            all.emplace(one.kind, std::move(one));
    return all;
}

/// The forms by which a task goes to somebody by name and comes back, where there is a task and
/// somebody to choose.
array forms_of_handed_work(visit& v, opened_case const& file, open_offers const& open)
{
    static constexpr std::string_view kinds[] = {
        circulation::delegation_answered::kind, circulation::delegation_declined::kind,
        circulation::delegated::kind,           circulation::delegation_recalled::kind,
        circulation::handed_over::kind,         circulation::handing_taken_back::kind};
    auto const kept = v.house.with().desk.drafts_on(v.session->who.id, file.line().id);
    array made;
    for (auto const kind : kinds) {
        auto const offer = open.find(kind);
        if (offer == open.end())
            continue;
        auto prepared = body_without_choice(*offer->second.fields, people_to_choose(v, file, kind));
        if (prepared)
            made.push_back(offer_form(v, file, offer->second, kept,
                                      {.prepared = std::move(*prepared), .return_to = "sheets"}));
    }
    return made;
}

/// The documents of a sheet or of a word on it, as links.
void show_documents(visit const& v, object& of)
{
    for (auto& one : of.at("documents").as_array()) {
        auto& document = one.as_object();
        auto const hash = text_in(document, "hash");
        document["name"] = document_name(v.words, hash, text_in(document, "name"));
        document["href"] = document_href(hash);
    }
}

void show_word(visit const& v, object& word)
{
    show_documents(v, word);
    word["word_words"] = choice_words(v, "signature_word", text_in(word, "word"));
    word["is_against"] = text_in(word, "word") == "disagrees";
    word["on_words"] = date_words(v, text_in(word, "on"));
    word["by_words"] = both_names(v.words, text_in(word, "name"), text_in(word, "on_behalf_of"));
}

/// A signer in words, with whether this seat may sign, or take the signer away again.
void show_signer(visit const& v, object& one, std::set<long long> const& own_signers)
{
    one["role_words"] = v.words("role." + text_in(one, "role"));
    one["unit_name"] = v.house.unit_name(text_in(one, "unit"));
    one["person_name"] = v.house.person_name({one.at("person").as_int64()});
    one["is_mine"] = is_seat_of(v, one);
    one["is_added"] = one.at("added_by").as_int64() != 0;
    one["may_be_removed"] = !one.contains("given") && !one.at("is_removed").as_bool() &&
                            own_signers.contains(one.at("added_by").as_int64());
    if (auto* given = one.if_contains("given"))
        show_word(v, given->as_object());
    else
        one["given"] = false;
    for (auto& before : one.at("overtaken").as_array())
        show_word(v, before.as_object());
}

/// The form that came back, if it is this one and of this sheet.
typed_form const* came_back(typed_form const* typed, std::string_view kind, object const& sheet)
{
    if (!typed || typed->kind != kind)
        return nullptr;
    auto const* on = typed->body.if_contains("sheet");
    return on && *on == sheet.at("number") ? typed : nullptr;
}

/// What was typed into a field of it.
std::string typed_text(typed_form const* back, char const* field)
{
    if (!back)
        return {};
    auto const* found = back->body.if_contains(field);
    return found && found->is_int64() ? std::to_string(found->get_int64())
                                      : text_in(back->body, field);
}

object option(std::string const& code, std::string words, std::string const& chosen)
{
    return {{"code", code}, {"words", std::move(words)}, {"selected", code == chosen}};
}

/// The earlier turns that a signer can send a sheet back to.
array turns_before(visit const& v, long long turn, std::string const& chosen)
{
    array made{option("0", v.words(say("退回发起人")), chosen)};
    for (long long earlier = 1; earlier < turn; ++earlier)
        made.push_back(
            option(std::to_string(earlier), v.words(say("退回第{1}次序", earlier)), chosen));
    return made;
}

/// The choices of a field of an act, each under the words of its code behind `words`.
array choices_of(visit const& v, opened_case const& file, std::string_view kind,
                 std::string_view name, std::string const& words, std::string const& chosen)
{
    array made;
    auto const* fields = file.file().fields_of(kind);
    for (auto const& field : fields ? *fields : std::vector<engine::field>())
        if (field.name == name)
            for (auto const& one : field.choices)
                made.push_back(option(one, v.words(words + one), chosen));
    return made;
}

/// Whom an added signer may be by name.
array people_to_add(visit const& v, opened_case const& file, std::string const& chosen)
{
    array made;
    auto const known = people_to_choose(v, file, circulation::signer_added::kind);
    if (auto const people = known.find("person"); people != known.end())
        for (auto const& [code, words] : people->second)
            made.push_back(option(code, words, chosen));
    return made;
}

array units_to_choose(visit& v, std::string const& chosen)
{
    array made;
    for (auto const& unit : v.own_units())
        made.push_back(option(unit.code, unit.name, chosen));
    return made;
}

/// What stands in the forms below the sheets: what was typed into the one that came back, or else
/// what was begun.
class typed_below {
public:
    typed_below(visit const& v, opened_case const& file, typed_form const* sent)
        : file_(file), sent_(sent),
          kept_(v.house.with().desk.drafts_on(v.session->who.id, file.line().id))
    {}

    /// The form of a kind below a sheet, or null where nobody typed into it.
    typed_form const* into(std::string_view kind, object const& sheet)
    {
        if (auto const* back = came_back(sent_, kind, sheet))
            return back;
        auto const number = std::to_string(sheet.at("number").as_int64());
        auto form = begun_form(draft_of(kept_, kind, number), file_.file().fields_of(kind));
        return form ? &begun_.emplace_back(std::move(*form)) : nullptr;
    }

private:
    opened_case const& file_;
    typed_form const* sent_;
    kept_drafts kept_;
    std::list<typed_form> begun_;
};

/// The inputs of the forms below a sheet.
void show_inputs(visit& v, opened_case const& file, object& one, long long my_turn,
                 typed_below& typed)
{
    constexpr std::string_view returning = "circulation.returned";
    constexpr std::string_view adding = "circulation.signer_added";
    auto const* back = typed.into(returning, one);
    one["is_returning"] = back != nullptr;
    one["return_reason"] = typed_text(back, "reason");
    auto const* added = typed.into(adding, one);
    one["is_adding"] = added != nullptr;
    for (auto const* list : {"turns", "ways", "units", "seats", "people", "places"})
        one[list] = array();
    if (my_turn > 0) {
        one["turns"] = turns_before(v, my_turn, typed_text(back, "to_turn"));
        one["ways"] =
            choices_of(v, file, returning, "way", "choice.return_way.", typed_text(back, "way"));
        one["units"] = units_to_choose(v, typed_text(added, "unit"));
        one["seats"] = choices_of(v, file, adding, "seat", "role.", typed_text(added, "seat"));
        one["people"] = people_to_add(v, file, typed_text(added, "person"));
        one["places"] =
            choices_of(v, file, adding, "where", "choice.added_where.", typed_text(added, "where"));
    }
    one["opinion"] = typed_text(typed.into("circulation.given", one), "opinion");
    one["message"] = typed_text(typed.into("circulation.sent_again", one), "message");
    one["urging"] = typed_text(typed.into("circulation.urged", one), "message");
    auto const* stopped = typed.into("circulation.stopped", one);
    one["is_stopping"] = stopped != nullptr;
    one["stop_reason"] = typed_text(stopped, "reason");
}

/// Each form stands on the page once for each sheet: so do the ids of its inputs.
void tell_apart(array& inputs, std::string const& number)
{
    for (auto& one : inputs) {
        auto& input = one.as_object();
        if (auto const* id = input.if_contains("id"))
            input["id"] = std::string(id->as_string()) + "-" + number;
        for (auto const* nested : {"rows", "fields"})
            if (auto* below = input.if_contains(nested); below && below->is_array())
                tell_apart(below->get_array(), number);
    }
}

/// The inputs for the papers that go with a sheet when it is sent on again.
array papers_to_add(visit const& v, opened_case const& file, object const& sheet,
                    typed_below& typed)
{
    constexpr std::string_view kind = "circulation.sent_again";
    static object const nothing;
    static std::vector<engine::field_fault> const no_faults;
    std::vector<engine::field> papers;
    for (auto const* known = file.file().fields_of(kind); auto const& one : *known)
        if (one.name == "documents")
            papers.push_back(one);
    auto const* back = typed.into(kind, sheet);
    auto inputs =
        form_view(v, kind, papers, back ? back->body : nothing, back ? back->faults : no_faults);
    tell_apart(inputs, std::to_string(sheet.at("number").as_int64()));
    return inputs;
}

/// What the opener said and added when the sheet was sent on again.
void show_sendings(visit const& v, object& sheet)
{
    auto& all = sheet.at("sent_on").as_array();
    for (auto& one : all) {
        auto& how = one.as_object();
        how["on_words"] = date_words(v, text_in(how, "on"));
        show_documents(v, how);
    }
    sheet["was_sent_on"] = !all.empty();
}

/// Who asked for the missing words when, and how; the last one is the one that still counts.
void show_urgings(visit const& v, object& sheet)
{
    auto& urged = sheet.at("urged").as_array();
    for (auto& one : urged) {
        auto& how = one.as_object();
        how["on_words"] = date_words(v, text_in(how, "on"));
        how["unit_name"] = v.house.unit_name(text_in(how, "unit"));
    }
    auto const count = static_cast<long long>(urged.size()); // a new member moves the others
    sheet["urged_count"] = count;
    sheet["has_urges"] = count > 0;
}

/// Whether some sign before others; else their numbers would say nothing.
bool go_in_turns(array const& signers)
{
    std::set<long long> turns;
    for (auto const& one : signers)
        if (!one.at("is_removed").as_bool())
            turns.insert(one.at("step").as_int64());
    return turns.size() > 1;
}

object sheet_view(visit& v, opened_case const& file, object one, open_offers const& open,
                  typed_below& typed)
{
    auto& signers = one.at("signers").as_array();
    std::set<long long> own;
    long long my_turn = 0;
    bool may_take_back = false;
    for (auto const& signer : signers) {
        if (!is_seat_of(v, signer.as_object()))
            continue;
        own.insert(signer.at("number").as_int64());
        if (signer.at("is_awaited").as_bool())
            my_turn = signer.at("step").as_int64();
        if (auto const* given = signer.as_object().if_contains("given"))
            may_take_back = given->at("seq").as_int64() == file.version();
    }
    for (auto& signer : signers) {
        show_signer(v, signer.as_object(), own);
        signer.as_object()["sheet"] = one.at("number");
    }
    auto const has_acted = std::any_of(signers.begin(), signers.end(), [](auto const& signer) {
        return signer.at("given").is_object() || signer.at("is_added").as_bool();
    });
    one["in_turns"] = go_in_turns(signers); // from here on the members are moved by new ones
    for (auto& back : one.at("returns").as_array()) {
        auto& how = back.as_object();
        how["on_words"] = date_words(v, text_in(how, "on"));
        how["way_words"] = choice_words(v, "return_way", text_in(how, "way"));
    }
    auto const state = text_in(one, "state");
    auto const is_opener = text_in(one, "opener_role") == v.session->as.role &&
                           text_in(one, "opener_unit") == v.session->as.unit;
    auto const is_running = state == "open" || state == "returned";
    auto const is_overtaken = one.at("is_overtaken").as_bool();
    one["state_words"] = choice_words(v, "sheet_state", state);
    one["is_agreed"] = state == "agreed";
    one["is_refused"] = state == "refused";
    one["rule_words"] = choice_words(v, "signing_rule", text_in(one, "rule"));
    one["prepares_words"] = choice_words(v, "prepared_step", text_in(one, "prepares"));
    one["opener_unit_name"] = v.house.unit_name(text_in(one, "opener_unit"));
    one["opened_words"] = date_words(v, text_in(one, "opened_on"));
    one["sign_by_words"] = date_words(v, text_in(one, "sign_by"));
    auto const draft = one.at("draft").as_int64();
    one["draft_words"] = draft ? v.words(say("第{1}稿", draft)) : std::string();
    show_documents(v, one);
    show_sendings(v, one);
    show_urgings(v, one);
    one["has_returns"] = !one.at("returns").as_array().empty();
    if (!one.contains("needed"))
        one["needed"] = false;

    one["may_sign"] = my_turn > 0 && open.contains("circulation.given");
    show_inputs(v, file, one, my_turn, typed);
    one["may_take_back"] = may_take_back && open.contains("circulation.signature_withdrawn");
    one["may_send_again"] = is_opener && (state == "returned" || (is_running && is_overtaken));
    one["papers"] =
        one.at("may_send_again").as_bool() ? papers_to_add(v, file, one, typed) : array();
    one["may_withdraw"] = is_opener && is_running && (!has_acted || state == "returned");
    one["may_stop"] =
        is_opener && (is_running || state == "refused") && !one.at("may_withdraw").as_bool();
    one["may_urge"] = state == "open" && !is_overtaken && open.contains("circulation.urged") &&
                      (is_opener || v.session->as.role == "office_secretary");
    return one;
}

object copy_view(visit& v, object one)
{
    one["role_words"] = v.words("role." + text_in(one, "role"));
    one["unit_name"] = v.house.unit_name(text_in(one, "unit"));
    one["person_name"] = v.house.person_name({one.at("person").as_int64()});
    one["from_unit_name"] = v.house.unit_name(text_in(one, "from_unit"));
    one["sent_words"] = date_words(v, text_in(one, "sent_on"));
    one["is_read"] = one.contains("read_on");
    one["read_words"] = date_words(v, text_in(one, "read_on"));
    one["may_confirm"] = !one.at("is_read").as_bool() && is_seat_of(v, one);
    one["is_of_sheet"] = one.at("sheet").as_int64() != 0;
    return one;
}

/// The limits that a signer has an eye on: those that still run, each once however many it binds.
array running_limits(visit& v, opened_case const& file)
{
    array made;
    std::set<std::pair<std::string, engine::day>> shown;
    for (auto const& one : file.file().limits(circumstances_of(v, file)))
        if ((one.is == engine::limit::state::running || one.is == engine::limit::state::overdue) &&
            shown.emplace(one.name, one.due).second)
            made.push_back(limit_view(v, file.line().id, one));
    return made;
}

/// Whether the page has the form that came back; of a mere button nothing can be lost.
bool has_form(array const& sheets, typed_form const& typed)
{
    static std::map<std::string_view, char const*> const shown_if = {
        {"circulation.given", "may_sign"},        {"circulation.returned", "may_sign"},
        {"circulation.signer_added", "may_sign"}, {"circulation.stopped", "may_stop"},
        {"circulation.urged", "may_urge"},        {"circulation.sent_again", "may_send_again"}};
    auto const found = shown_if.find(typed.kind);
    return found == shown_if.end() ||
           std::any_of(sheets.begin(), sheets.end(), [&](auto const& one) {
               auto const& sheet = one.as_object();
               return came_back(&typed, typed.kind, sheet) && sheet.at(found->second).as_bool();
           });
}

/// What was wrong with it; each form stands on the page once for each sheet.
object problem_on_sheet(visit const& v, opened_case const& file, typed_form const& typed)
{
    auto made = problem_view(v, typed, &file);
    auto const tell = [&](array& places) {
        for (auto& one : places)
            one.as_object()["input"] =
                std::string(one.at("input").as_string()) + "-" + typed_text(&typed, "sheet");
    };
    tell(made.at("faults").as_array());
    for (auto& one : made.at("refusals").as_array())
        tell(one.at("blamed").as_array());
    return made;
}

/// `typed`: a form that came back, or null.
answer sheets_page(visit& v, opened_case const& file, typed_form const* typed)
{
    auto const facts = file.file().facts();
    auto const* circulation = facts.if_contains("circulation");
    if (!circulation)
        return not_found(v);
    auto const open = file.past ? open_offers() : open_offers_of(v, file);

    answer page{.status = typed ? typed->status : 200, .page = "sheets"};
    page.view = head_view(v, file);
    put_list(v, file.line().shape, page.only_page);
    typed_below into(v, file, typed);
    array mine, others;
    auto const& all = circulation->at("sheets").as_array();
    for (auto one = all.rbegin(); one != all.rend(); ++one) {
        auto view = sheet_view(v, file, one->as_object(), open, into);
        view["act_id"] = random_id();
        auto const may_sign = view.at("may_sign").as_bool();
        if (may_sign) {
            view["changes"] = changes_for_signer(v, file, view.at("draft").as_int64());
            view["shows_draft"] = mine.empty(); // once on a page
        }
        (may_sign ? mine : others).push_back(std::move(view));
    }
    array copies;
    for (auto const& one : circulation->at("copies").as_array()) {
        auto view = copy_view(v, one.as_object());
        view["act_id"] = random_id();
        copies.push_back(std::move(view));
    }
    auto handings = handings_view(v, circulation->as_object());
    auto delegations = delegations_view(v, circulation->as_object());
    auto forms = forms_of_handed_work(v, file, open);
    page.view["nothing"] = all.empty() && copies.empty() && handings.empty() && delegations.empty();
    page.view["has_handed_work"] = !handings.empty() || !delegations.empty() || !forms.empty();
    page.view["handings"] = std::move(handings);
    page.view["delegations"] = std::move(delegations);
    page.only_page["handed_forms"] = std::move(forms);
    page.view["has_copies"] = !copies.empty();
    page.view["mine"] = std::move(mine);
    page.view["sheets"] = std::move(others);
    page.view["copies"] = std::move(copies);
    page.view["summary"] = summary_of_matter(v, file);
    page.view["draft_now"] = current_draft_view(v, file);
    page.view["disagreement"] = disagreement_view(v, file);
    page.only_page["draft_shown"] =
        page.view["mine"].as_array().empty() ? object{{"any", false}} : draft_preview(v, file);
    page.view["may_open"] = open.contains("circulation.opened");
    page.view["may_copy"] = open.contains("circulation.copied");
    page.view["limits"] = running_limits(v, file);
    auto drafts = drafts_view(v, file);
    page.view["has_drafts"] = drafts.contains("any") && drafts.at("any").as_bool();
    page.view["drafts"] = std::move(drafts);
    page.view["action"] = "/cases/" + std::to_string(file.line().id.value) + "/acts";
    page.only_page["keep"] = keep_address(file);
    page.only_page["secret"] = file.file().summary().level == engine::confidentiality::secret;
    page.view["seen"] = file.version();
    auto phrases = phrases_view(v);
    page.only_page["has_phrases"] = !phrases.empty();
    page.only_page["phrases"] = std::move(phrases);
    page.only_page["problem"] = false;
    if (typed)
        page.only_page["problem"] = problem_on_sheet(v, file, *typed);
    show_done(v, file, page);
    return page;
}

} // namespace

answer show_sheets(visit& v)
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    return sheets_page(v, std::get<opened_case>(found), nullptr);
}

answer sheets_page_with(visit& v, engine::case_id on, typed_form const& typed)
{
    auto const file = open_file(v, on);
    if (!file)
        return not_found(v);
    auto page = sheets_page(v, *file, &typed);
    auto const has_it = [&](char const* list) {
        auto const* sheets = page.view.if_contains(list);
        return sheets && has_form(sheets->as_array(), typed);
    };
    return has_it("mine") || has_it("sheets") ? std::move(page) : case_page_with(v, on, typed);
}

} // namespace web::handlers
