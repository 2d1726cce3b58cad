#include "web/handlers/sender_masks.hpp"

#include "adapters/soci/comment_shelf.hpp"
#include "web/handlers/last_body.hpp"
#include "web/office.hpp"
#include "workflows/body_on_file.hpp"
#include "workflows/catalogue/procedure.hpp"
#include "workflows/catalogue/public_proposals.hpp"
#include "workflows/catalogue/yearly_catalogue.hpp"
#include "workflows/major_decision/hearing.hpp"
#include "workflows/major_decision/intake.hpp"
#include "workflows/major_decision/participation.hpp"

#include <algorithm>
#include <array>

namespace web::handlers {
namespace {

namespace law = workflows::major_decision;

/// A text of a body that says who sent something in.
bool names_sender(boost::json::key_value_pair const& member)
{
    return (member.key() == "from" || member.key() == "proposer_name") &&
           member.value().is_string();
}

/// Masks every text of a body; what stands for a sender keeps its first letter.
void mask_in(boost::json::value& of, named_people const& people)
{
    if (auto* text = of.if_string())
        *text = masked_words(std::string_view(*text), people);
    if (auto* list = of.if_array())
        for (auto& one : *list)
            mask_in(one, people);
    if (auto* body = of.if_object())
        for (auto& member : *body) {
            auto& inner = member.value();
            if (names_sender(member))
                inner = masked_name(std::string_view(inner.get_string()));
            else
                mask_in(inner, people);
        }
}

void add_senders(boost::json::value const& of, named_people& into)
{
    if (auto const* list = of.if_array())
        for (auto const& one : *list)
            add_senders(one, into);
    if (auto const* body = of.if_object())
        for (auto const& member : *body) {
            if (names_sender(member))
                into.add(std::string_view(member.value().get_string()));
            else
                add_senders(member.value(), into);
        }
}

/// What a citizen proposed, as a decision that was opened of it says (R713-10.4).
bool is_of_citizen(engine::act const& what)
{
    return what.kind == law::intake::proposed::kind &&
           workflows::body_on_file<law::intake::proposed>(what).proposer ==
               law::intake::proposer_kind::citizen;
}

/// The unit that opened the decision, those that study and draft it, and the offices of their organ
/// that decide whether it is taken up.
bool handles_decision(visit const& v, opened_case const& file)
{
    if (!v.session || file.record.acts.empty())
        return false;
    auto const& as = v.session->as;
    auto const& opener = file.record.acts.front().by.unit;
    if (as.unit == opener || as.unit == file.file().summary().unit)
        return true;
    if (auto const assigned = last_body<law::intake::study_assigned>(file);
        assigned && assigned->to_unit == as.unit)
        return true;
    return v.house.with().law.entitled.may_act(as.role, law::intake::study_assigned::kind, true,
                                               true) &&
           v.house.organ_name(as.unit) == v.house.organ_name(opener);
}

/// Whose unit was asked to study what the public proposed goes on with it after its report too.
bool studies_proposals(visit const& v, opened_case const& file)
{
    using workflows::catalogue::public_proposals::studied;
    auto const* content = workflows::catalogue::content_of(file.file());
    if (!content || !v.session ||
        !v.house.with().law.entitled.may_act(v.session->as.role, studied::kind, true, true))
        return false;
    auto const& handled = content->public_proposals.handled;
    return std::any_of(handled.begin(), handled.end(), [&](auto const& one) {
        return one.second.handing && one.second.handing->body.unit == v.session->as.unit;
    });
}

} // namespace

bool works_with_senders(visit const& v, opened_case const& file)
{
    if (studies_proposals(v, file))
        return true;
    auto const offers = file.file().offers(actor_on(v, file), circumstances_of(v, file));
    return std::any_of(offers.begin(), offers.end(), [](engine::offer const& one) {
        return (one.chapter == "participation" || one.chapter == "hearing" ||
                one.chapter == "public_proposals") &&
               std::none_of(one.refusals.begin(), one.refusals.end(),
                            [](engine::refusal const& ground) { return ground.about_role; });
    });
}

bool knows_senders(visit const& v, opened_case const& file, std::string_view kind)
{
    return works_with_senders(v, file) ||
           (kind == law::intake::proposed::kind && handles_decision(v, file));
}

bool tells_of_senders(std::string_view kind)
{
    namespace proposals = workflows::catalogue::public_proposals;
    static constexpr std::array<std::string_view, 10> all = {
        proposals::handed_over::kind,
        proposals::studied::kind,
        proposals::answered::kind,
        law::intake::proposed::kind,
        law::participation::opinions_recorded::kind,
        law::participation::opinions_decided::kind,
        law::participation::words_masked::kind,
        law::participation::feedback_given::kind,
        law::hearing::suggested::kind,
        law::hearing::suggestion_answered::kind};
    return std::find(all.begin(), all.end(), kind) != all.end();
}

named_people senders_of(visit const& v, opened_case const& file)
{
    named_people people;
    for (auto const& one : file.record.acts) {
        if (one.kind == law::participation::opinions_recorded::kind ||
            one.kind == law::hearing::suggested::kind || is_of_citizen(one))
            add_senders(one.body, people);
        if (one.kind == law::participation::words_masked::kind)
            for (auto const& word : one.body.at("masked").as_array())
                people.add(std::string_view(word.as_string()));
    }
    adapters::soci::comment_shelf shelf(*v.records);
    for (auto const& one : shelf.senders(file.line().id))
        people.add(one);
    return people;
}

engine::act as_may_be_seen(visit const& v, opened_case const& file, engine::act const& what)
{
    auto shown = what;
    if (!tells_of_senders(what.kind) || knows_senders(v, file, what.kind) ||
        (what.kind == law::intake::proposed::kind && !is_of_citizen(what)))
        return shown;
    auto const people = senders_of(v, file);
    boost::json::value body = std::move(shown.body);
    mask_in(body, people);
    shown.body = std::move(body.as_object());
    return shown;
}

} // namespace web::handlers
