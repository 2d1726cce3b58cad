#include "web/handlers/paper_view.hpp"

#include "adapters/office/paper_forms.hpp"
#include "web/handlers/sender_masks.hpp"
#include "web/office.hpp"
#include "workflows/major_decision/deliberation.hpp"
#include "workflows/major_decision/legality_review.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;
using engine::field;
using engine::field_type;
namespace meeting = workflows::major_decision::deliberation;

/// What a form names that was only begun may have no file yet.
std::string name_of_document(value const& given)
{
    auto const* document = given.if_object();
    auto const* name = document ? document->if_contains("name") : nullptr;
    return name && name->is_string() ? std::string(name->get_string()) : std::string();
}

/// How many of those present sit in the meeting; rows that are not filled in count for nobody.
long long members_present(object const& record)
{
    auto const* present = record.if_contains("present");
    if (!present || !present->is_array())
        return 0;
    auto const& rows = present->get_array();
    return std::count_if(rows.begin(), rows.end(), [](value const& row) {
        if (!row.is_object())
            return false;
        std::vector<engine::field_fault> faults;
        auto const who = engine::read_body<meeting::present_person>(row.get_object(), faults);
        return faults.empty() && meeting::is_member(who.post);
    });
}

/// Left to be filled in by hand.
constexpr char const* blank = "＿＿＿＿";

class act_words_for_papers {
public:
    act_words_for_papers(visit const& v, std::map<long long, std::string> numbers)
        : house_(v.house), words_(v.house.tongues().of("zh")), numbers_(std::move(numbers))
    {}

    object act(engine::act const& what, std::vector<field> const& fields) const
    {
        auto made = group(what.body, fields);
        made["by"] = what.by.name;
        made["role"] = words_("role." + what.by.role);
        made["unit_name"] = house_.unit_name(what.by.unit, what.counts_on());
        made["on"] = words_.date(what.counts_on());
        made["year"] = std::to_string(engine::year_of(what.counts_on()));
        auto const number = numbers_.find(what.seq);
        made["number"] = number == numbers_.end() ? "" : number->second;
        return made;
    }

private:
    object group(object const& body, std::vector<field> const& fields) const
    {
        object made;
        for (auto const& f : fields) {
            auto const* given = body.if_contains(f.name);
            // Every name stands, so that an empty one does not mean something further out.
            made[f.name] = f.many ? value(array()) : value("");
            if (f.many)
                made[f.name + "_any"] = given && given->is_array() && !given->get_array().empty();
            if (given && f.many && given->is_array()) {
                made[f.name] = list(given->get_array(), f);
                for (auto const& part : f.of)
                    if (part.type == field_type::choice)
                        made[f.name + "_by_" + part.name] = by_choice(given->get_array(), f, part);
            } else if (given && !f.many && !given->is_null())
                made[f.name] = one(*given, f);
        }
        return made;
    }

    array list(array const& given, field const& f) const
    {
        array made;
        for (auto const& element : given) {
            auto row = f.type == field_type::group && element.is_object()
                           ? group(element.get_object(), f.of)
                           : object{{"value", one(element, f)}};
            row["n"] = made.size() + 1;
            row["first"] = made.empty();
            made.push_back(std::move(row));
        }
        return made;
    }

    /// The rows of a list under each of the choices that one of their fields has.
    array by_choice(array const& given, field const& f, field const& part) const
    {
        array made;
        for (auto const& [choice, some] :
             adapters::office::rows_by_choice(given, part.name, part.choices))
            made.push_back(object{{part.name, one(value(choice), part)}, {"rows", list(some, f)}});
        return made;
    }

    value one(value const& given, field const& f) const
    {
        switch (f.type) {
        case field_type::flag:
            return given.is_bool() && given.get_bool();
        case field_type::group:
            return given.is_object() ? value(group(given.get_object(), f.of)) : value("");
        case field_type::document:
            return value(adapters::office::name_on_paper(name_of_document(given)));
        case field_type::number:
            return given;
        case field_type::person: // old acts have the name itself
            if (given.is_int64())
                return value(house_.person_name({given.get_int64()}));
            break;
        case field_type::money:
            return value(given.is_int64() ? words_.amount(given.get_int64()) : "");
        case field_type::date:
        case field_type::choice:
        case field_type::unit:
        case field_type::line:
        case field_type::prose:
            break;
        }
        auto const text = given.is_string() ? std::string(given.get_string()) : std::string();
        if (f.type == field_type::date) {
            auto const on = engine::parse_day(text);
            return value(on ? words_.date(*on) : text);
        }
        if (f.type == field_type::choice)
            return value(words_("choice." + f.vocabulary + "." + text));
        if (f.type == field_type::unit)
            return value(house_.unit_name(text));
        return value(text);
    }

    office& house_;
    language const& words_;
    std::map<long long, std::string> numbers_;
};

object& chapter_of(object& view, std::string_view kind)
{
    auto& chapter = view[kind.substr(0, kind.find('.'))];
    if (!chapter.is_object())
        chapter = object();
    return chapter.get_object();
}

/// Who the file goes to for the review: the unit that took it up; before, the unit of the case's
/// organ in which the reviewers sit.
std::string reviewing_unit(visit const& v, opened_case const& file)
{
    for (auto const& one : file.record.acts)
        if (one.kind == workflows::major_decision::legality_review::accepted::kind)
            return v.house.unit_name(one.by.unit, one.counts_on());
    auto const organ = v.house.organ_name(file.file().summary().unit);
    for (auto const everybody = v.house.people(v.today()); auto const& one : *everybody)
        if (one.role == "reviewer" && v.house.organ_name(one.unit) == organ)
            return v.house.unit_name(one.unit);
    return {};
}

} // namespace

object paper_view(visit& v, opened_case const& file, long long up_to)
{
    object view{{"blank", blank}};
    auto const summary = file.file().summary();
    auto const& acts = file.record.acts;
    view["case"] = object{{"number", file.line().number},
                          {"title", summary.title},
                          {"unit_name", v.house.unit_name(summary.unit)},
                          {"reviewing_unit", reviewing_unit(v, file)},
                          {"organ", v.house.organ_name(acts.front().by.unit)}};
    auto const* numbers = v.house.with().numbers;
    act_words_for_papers const words(v, numbers ? numbers->numbers_of(file.line().id)
                                                : std::map<long long, std::string>());
    for (auto const& one : acts) {
        auto const* fields = file.file().fields_of(one.kind);
        if (one.seq > up_to || !fields)
            continue;
        auto& chapter = chapter_of(view, one.kind);
        auto const name = one.kind.substr(one.kind.find('.') + 1);
        auto told = words.act(as_may_be_seen(v, file, one), *fields);
        if (one.kind == meeting::held::kind)
            told["members_present"] = members_present(one.body);
        auto& all = chapter[name + "_acts"];
        if (!all.is_array())
            all = array();
        auto row = told;
        row["n"] = all.get_array().size() + 1;
        row["first"] = all.get_array().empty();
        row["by_again"] =
            std::any_of(all.get_array().begin(), all.get_array().end(),
                        [&](value const& earlier) { return earlier.at("by") == row["by"]; });
        all.get_array().push_back(std::move(row));
        chapter[name + "_any"] = true;
        chapter[name] = std::move(told);
    }
    return view;
}

engine::act const* act_behind(opened_case const& file, adapters::office::paper_form const& form)
{
    auto const& acts = file.record.acts;
    auto const found = std::find_if(acts.rbegin(), acts.rend(),
                                    [&](engine::act const& one) { return one.kind == form.kind; });
    if (found == acts.rend())
        return nullptr;
    return form.issued ? &*found : &acts.back();
}

array papers_view(visit const& v, opened_case const& file)
{
    array made;
    for (auto const& form : v.house.papers()) {
        auto const* last = act_behind(file, form);
        if (!last)
            continue;
        auto const href =
            "/cases/" + std::to_string(file.line().id.value) + "/papers/" + form.name + ".pdf";
        auto const add = [&](engine::act const& with, std::string address) {
            made.push_back(object{{"name", form.name},
                                  {"title", form.title},
                                  {"on_words", v.words.date(with.counts_on())},
                                  {"href", std::move(address)}});
        };
        add(*last, href);
        auto const& acts = file.record.acts;
        for (auto one = acts.rbegin(); form.issued && one != acts.rend(); ++one)
            if (one->kind == form.kind && one->seq < last->seq)
                add(*one, href + "?act=" + std::to_string(one->seq));
    }
    return made;
}

} // namespace web::handlers
