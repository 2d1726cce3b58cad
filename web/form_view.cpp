#include "web/form_view.hpp"

#include "web/document_link.hpp"
#include "web/form.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <algorithm>
#include <map>

namespace web {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;
using engine::field;
using engine::field_type;
using engine::say;

/// Choices up to this number are shown as radio buttons, more as a drop-down list.
constexpr std::size_t most_radios = 4;
/// Units up to this number are all shown, to be ticked, where several of them are named.
constexpr std::size_t most_ticked = 60;
/// Empty rows offered below those that are filled; more come by another round or by script.
constexpr std::size_t spare_rows = 2;

std::string choice_label(language const& words, field const& f, std::string_view name)
{
    auto const key = "choice." + f.vocabulary + "." + std::string(name);
    return words.look_up(key).value_or(std::string(name));
}

/// What stands in an input: what was typed if it was no good, else the value in its own form.
std::string shown(value const* typed, field const& f)
{
    if (!typed || typed->is_null())
        return {};
    if (typed->is_string())
        return std::string(typed->get_string());
    if (typed->is_int64())
        return f.type == field_type::money ? yuan_of(typed->get_int64())
                                           : std::to_string(typed->get_int64());
    if (typed->is_bool())
        return typed->get_bool() ? "true" : "";
    return {};
}

/// How far what stands somewhere has to be there: in any case; with the row it is part of, which
/// may be emptied; once the rest of an optional group or first row is filled in; and not at all in
/// the empty rows below.
enum class presence { asked, in_filled_row, if_filled, spare };

class form_writer {
public:
    form_writer(visit const& v, std::string_view kind,
                std::vector<engine::field_fault> const& faults, known_values const& known,
                engine::demands const& asked, field_notes const& notes)
        : v_(v), kind_(kind), faults_(faults), known_(known), asked_(asked), notes_(notes),
          place_(pack_named(v.house.place_of_unit(v.session->as.unit)))
    {
        auto const& own = v.session->as.organ;
        std::map<std::string, std::string> organs;
        for (auto const all_units = v.house.units(); auto const& unit : *all_units) {
            if (unit.is_closed)
                continue;
            auto const [organ, is_new] = organs.try_emplace(unit.organ);
            if (is_new)
                organ->second = v.house.organ_name(unit.code);
            units_.push_back({unit.code, unit.name, organ->second, unit.organ == own});
        }
        std::stable_partition(units_.begin(), units_.end(),
                              [](listed_unit const& one) { return one.is_own; });
        knows_one_organ_ = own.empty() || organs.size() == 1;
    }

    array inputs(std::vector<field> const& described, object const& typed, std::string const& path,
                 presence how) const
    {
        array made;
        for (auto const& f : described) {
            auto const at = path.empty() ? f.name : path + "." + f.name;
            auto one = input(f, typed.if_contains(f.name), at, how);
            if (!f.depends_on.empty())
                depend(one, f, described, path);
            made.push_back(std::move(one));
        }
        return made;
    }

private:
    struct listed_unit {
        std::string code, name, organ;
        bool is_own; ///< of the organ of whoever looks
    };

    object input(field const& f, value const* typed, std::string const& path, presence how) const
    {
        object made = blank(f, path);
        mark(made, f, path, how);
        // A row that is offered empty may stay empty.
        made["required"] = made.at("must").as_bool() && !f.many && how == presence::asked;
        if (f.many)
            many(made, f, typed, path);
        else
            single(made, f, typed, path, how);
        return made;
    }

    /// Where a field means something, in words and for the page's script, which shows it there
    /// alone. Without the script it stands there always, so that the browser must not ask for it.
    void depend(object& made, field const& f, std::vector<field> const& described,
                std::string const& path) const
    {
        auto const on = std::find_if(described.begin(), described.end(),
                                     [&](field const& one) { return one.name == f.depends_on; });
        if (on == described.end())
            return;
        std::string values, words;
        for (auto const& value : f.means_for) {
            values += (values.empty() ? "" : " ") + value;
            words += words.empty() ? "" : v_.words(say("”或者“"));
            words += on->type == field_type::flag
                         ? v_.words(value == "true" ? say("是") : say("否"))
                         : choice_label(v_.words, *on, value);
        }
        made["depends_on"] = input_name(path.empty() ? on->name : path + "." + on->name);
        made["means_for"] = values;
        made["only_for"] = v_.words(
            say("只在“{1}”为“{2}”时填写。", field_label(v_.words, kind_, on->name), words));
        made["required"] = false;
        for (auto& row : made.at("rows").as_array())
            for (auto& one : row.at("fields").as_array())
                one.as_object()["required"] = false;
    }

    /// Whether a field has to be there, and what is said of it where that hangs on the others.
    void mark(object& made, field const& f, std::string const& path, presence how) const
    {
        auto const asked = asked_for(path);
        bool const is_element = path.ends_with(']'); // of a list, which carries the mark
        bool const is_answered = f.type == field_type::flag && path.find('[') == path.npos;
        bool const is_demanded = f.required || asked == engine::demand::always;
        auto const needed = is_demanded || is_element ? std::nullopt : needed_words(f);
        bool const must = is_demanded || (is_answered && !needed);
        made["must"] = must && !is_element;
        auto mark = [&](std::string_view key) { return v_.words(key); };
        made["mark"] = is_element || how == presence::spare ? std::string()
                       : must && how == presence::if_filled ? mark("form.must_if_filled")
                       : must                               ? mark("form.must")
                       : needed                             ? *needed
                       : asked == engine::demand::sometimes ? mark("form.needed_sometimes")
                       : f.type == field_type::flag         ? std::string()
                                                            : mark("form.optional");
    }

    engine::demand asked_for(std::string const& path) const
    {
        std::string plain;
        bool in_brackets = false;
        for (char const c : path) {
            in_brackets = (in_brackets || c == '[') && c != ']';
            if (!in_brackets && c != ']')
                plain += c;
        }
        auto const found = asked_.find(plain);
        return found == asked_.end() ? engine::demand::never : found->second;
    }

    /// What the own place demands, else what holds everywhere.
    std::optional<std::string> needed_words(field const& f) const
    {
        auto const key = std::string(kind_) + "." + f.name;
        for (auto const* pack = place_; pack; pack = pack_named(pack->parent))
            if (auto own = v_.words.look_up("needed." + pack->name + "." + key))
                return own;
        return v_.words.look_up("needed." + key);
    }

    engine::rule_pack const* pack_named(std::string const& name) const
    {
        for (auto const& one : v_.house.with().law.book.packs())
            if (one.name == name)
                return &one;
        return nullptr;
    }

    object blank(field const& f, std::string const& path) const
    {
        object made;
        made["path"] = path;
        made["name"] = input_name(path);
        std::string id = "f-" + std::string(kind_) + "-" + path;
        std::replace_if(
            id.begin(), id.end(), [](char c) { return c == '.' || c == '[' || c == ']'; }, '-');
        made["id"] = id;
        made["label"] = field_label(v_.words, kind_, f.name);
        auto hint = v_.words.look_up("hint." + std::string(kind_) + "." + f.name);
        if (!hint)
            hint = v_.words.look_up("hint." + f.name);
        made["hint"] = hint.value_or("");
        auto const note = notes_.find(path);
        made["note"] = note == notes_.end() ? "" : note->second;
        std::string why;
        for (auto const& fault : faults_)
            if (fault.path == path)
                why += (why.empty() ? "" : " ") + v_.words(fault.reason);
        made["error"] = why;
        // The context of a template reaches outward: what a kind of input does not use is said so.
        for (auto const* key : {"is_line", "is_prose", "is_number", "is_money", "is_date",
                                "is_flag", "is_select", "is_radio", "is_checks", "is_document",
                                "is_group", "is_rows", "checked", "has_suggestions"})
            made[key] = false;
        for (auto const* key : {"value", "hash", "file_name", "file_href", "words", "depends_on",
                                "means_for", "only_for"})
            made[key] = "";
        for (auto const* key : {"options", "option_groups", "rows", "fields"})
            made[key] = array();
        return made;
    }

    /// What may be said of the level of a document, named as the levels of cases are.
    array levels(std::optional<engine::confidentiality> chosen) const
    {
        array made;
        for (auto const level : {engine::confidentiality::open, engine::confidentiality::internal,
                                 engine::confidentiality::secret})
            made.push_back(object{{"code", engine::name_of(level)},
                                  {"words", level_words(v_.words, level)},
                                  {"selected", level == chosen}});
        return made;
    }

    /// Empty for what whoever looks cannot see there yet, as what the public sent in elsewhere.
    std::string href_of(std::string const& hash) const
    {
        return v_.records && !v_.records->find_document(hash) ? std::string() : document_href(hash);
    }

    array options(field const& f, std::vector<std::string> const& chosen) const
    {
        array made;
        auto const add = [&](std::string const& code, std::string const& label) {
            auto const selected = std::find(chosen.begin(), chosen.end(), code) != chosen.end();
            made.push_back(object{{"code", code}, {"words", label}, {"selected", selected}});
        };
        if (f.type == field_type::unit)
            for (auto const& one : units_)
                add(one.code,
                    one.is_own || knows_one_organ_ ? one.name : one.name + "（" + one.organ + "）");
        else
            for (auto const& name : f.choices)
                add(name, choice_label(v_.words, f, name));
        return made;
    }

    /// A value that is on the list no longer stays what it is.
    array options_of(std::vector<std::pair<std::string, std::string>> const& known,
                     std::string const& chosen) const
    {
        array made;
        bool is_known = chosen.empty();
        for (auto const& [code, words] : known) {
            is_known = is_known || code == chosen;
            made.push_back(object{{"code", code}, {"words", words}, {"selected", code == chosen}});
        }
        if (!is_known)
            made.push_back(object{{"code", chosen}, {"words", chosen}, {"selected", true}});
        return made;
    }

    void single(object& made, field const& f, value const* typed, std::string const& path,
                presence how) const
    {
        made["value"] = shown(typed, f);
        if (auto const listed = known_.find(f.name); listed != known_.end()) {
            made["is_select"] = true;
            made["options"] = options_of(listed->second, shown(typed, f));
            return;
        }
        switch (f.type) {
        case field_type::line:
            made["is_line"] = true;
            if (auto const listed = known_.find(suggested_for(f.name)); listed != known_.end()) {
                made["has_suggestions"] = !listed->second.empty();
                made["options"] = options_of(listed->second, {});
            }
            return;
        case field_type::prose:
            made["is_prose"] = true;
            return;
        case field_type::number:
        case field_type::person: // where the page lists nobody
            made["is_number"] = true;
            return;
        case field_type::money:
            made["is_money"] = true;
            return;
        case field_type::date: {
            made["is_date"] = true;
            auto const on = engine::parse_day(std::string(made["value"].as_string()));
            made["words"] = on ? v_.words.date(*on) : "";
            return;
        }
        case field_type::flag: {
            auto const said = typed ? typed->if_bool() : nullptr;
            // A tick that was forgotten would say no; in a row it would keep an empty one alive.
            bool const in_a_row = path.find('[') != std::string::npos;
            made[in_a_row ? "is_flag" : "is_radio"] = true;
            made["checked"] = said && *said;
            if (!in_a_row) {
                made["options"] = array{object{{"code", "true"},
                                               {"words", v_.words(say("是"))},
                                               {"selected", said && *said}},
                                        object{{"code", "false"},
                                               {"words", v_.words(say("否"))},
                                               {"selected", said && !*said}}};
            }
            return;
        }
        case field_type::choice:
        case field_type::unit: {
            auto const few = f.type == field_type::choice && f.choices.size() <= most_radios;
            // Radio buttons cannot be taken back, so what may stay empty has a list; and all rows
            // of a list are alike.
            bool const in_a_row = path.find('[') != std::string::npos;
            made[few && f.required && how == presence::asked && !in_a_row ? "is_radio"
                                                                          : "is_select"] = true;
            made["options"] = options(f, {shown(typed, f)});
            return;
        }
        case field_type::document:
            made["is_document"] = true;
            if (typed && typed->is_object()) {
                auto const& document = typed->get_object();
                if (auto const* hash = document.if_contains("hash"); hash && hash->is_string()) {
                    made["hash"] = *hash;
                    made["file_href"] = href_of(std::string(hash->get_string()));
                }
                if (auto const* name = document.if_contains("name"); name && name->is_string())
                    made["file_name"] = *name;
            }
            made["options"] =
                levels(typed && typed->is_object() ? engine::level_said_in(typed->get_object())
                                                   : std::nullopt);
            return;
        case field_type::group:
            made["is_group"] = true;
            static object const nothing;
            made["fields"] =
                inputs(f.of, typed && typed->is_object() ? typed->get_object() : nothing, path,
                       how == presence::spare || f.required ? how : presence::if_filled);
            return;
        }
    }

    /// A list whose values are all shown, those that it has ticked.
    void ticked(object& made, field const& f, array const& given, std::string const& path) const
    {
        std::vector<std::string> chosen;
        for (auto const& one : given)
            if (one.is_string())
                chosen.emplace_back(one.get_string());
        auto why = std::string(made.at("error").as_string());
        for (auto const& fault : faults_)
            if (fault.path.starts_with(path + "["))
                why += (why.empty() ? "" : " ") + v_.words(fault.reason);
        made["error"] = why;
        made["is_checks"] = true;
        std::string const id(made.at("id").as_string());
        // What is wrong with a value is found at its box.
        auto const box = [&](std::string const& code, std::string const& label) {
            auto const at = std::find(chosen.begin(), chosen.end(), code);
            auto const is_chosen = at != chosen.end();
            return object{
                {"code", code},
                {"words", label},
                {"selected", is_chosen},
                {"box", is_chosen ? id + "-" + std::to_string(at - chosen.begin()) + "-" : ""}};
        };
        if (f.type == field_type::unit)
            return put_units(made, units_for(f), chosen, box);
        array all;
        for (auto const& name : f.choices)
            all.push_back(box(name, choice_label(v_.words, f, name)));
        made["options"] = std::move(all);
    }

    /// The units that the page lists for a field, else all.
    std::vector<listed_unit> units_for(field const& f) const
    {
        auto offered = units_;
        auto const listed = known_.find(f.name);
        if (listed == known_.end())
            return offered;
        std::erase_if(offered, [&](listed_unit const& one) {
            return std::none_of(listed->second.begin(), listed->second.end(),
                                [&](auto const& known) { return known.first == one.code; });
        });
        return offered;
    }

    /// The units by organ, the own one first; of a sole organ without its name. A unit that is not
    /// among them stays chosen.
    template <class Box>
    void put_units(object& made, std::vector<listed_unit> const& offered,
                   std::vector<std::string> const& chosen, Box box) const
    {
        std::vector<std::pair<std::string, array>> by_organ;
        auto const under = [&](std::string const& organ) -> array& {
            auto const found = std::find_if(by_organ.begin(), by_organ.end(),
                                            [&](auto const& one) { return one.first == organ; });
            return found == by_organ.end() ? by_organ.emplace_back(organ, array()).second
                                           : found->second;
        };
        for (auto const& one : offered)
            under(one.organ).push_back(box(one.code, one.name));
        for (auto const& code : chosen) {
            auto const is_it = [&](listed_unit const& one) { return one.code == code; };
            if (std::any_of(offered.begin(), offered.end(), is_it))
                continue;
            auto organ = v_.house.organ_name(code);
            if (organ.empty() && !by_organ.empty())
                organ = by_organ.front().first;
            under(organ).push_back(box(code, v_.house.unit_name(code)));
        }
        if (by_organ.size() == 1) {
            made["options"] = std::move(by_organ.front().second);
            return;
        }
        array groups;
        for (auto& [organ, options] : by_organ)
            groups.push_back(object{{"organ", organ}, {"options", std::move(options)}});
        made["option_groups"] = std::move(groups);
    }

    void many(object& made, field const& f, value const* typed, std::string const& path) const
    {
        array const none;
        auto const& given = typed && typed->is_array() ? typed->get_array() : none;
        auto const is_of_units = f.type == field_type::unit;
        if (f.type == field_type::choice || (is_of_units && units_for(f).size() <= most_ticked)) {
            ticked(made, f, given, path);
            return;
        }
        made["is_rows"] = true;
        array rows;
        auto one_only = f;
        one_only.many = false;
        auto const count = given.size() + spare_rows;
        for (std::size_t i = 0; i < count; ++i) {
            auto const at = path + "[" + std::to_string(i) + "]";
            auto const spare = i >= given.size();
            // The first row of a list that must not be empty is no spare one.
            bool const may_stay_empty = i > 0 || !made.at("must").as_bool();
            auto const how = !may_stay_empty ? presence::asked
                             : !spare        ? presence::in_filled_row
                             : i > 0         ? presence::spare
                                             : presence::if_filled;
            one_only.required = !may_stay_empty;
            auto row = input(one_only, spare ? nullptr : &given[i], at, how);
            if (f.type != field_type::group)
                row["required"] = !may_stay_empty;
            row["number"] = i + 1;
            if (f.type != field_type::group)
                row["label"] = path_label(v_.words, kind_, f.name + "[" + std::to_string(i) + "]");
            object holder;
            holder["number"] = i + 1;
            holder["spare"] = spare;
            // A row of a group shows its inputs; a row of a plain value is the input itself.
            if (f.type == field_type::group)
                holder["fields"] = row["fields"];
            else {
                row["is_group"] = false;
                holder["fields"] = array{row};
            }
            rows.push_back(std::move(holder));
        }
        made["rows"] = std::move(rows);
    }

    visit const& v_;
    std::string_view kind_;
    std::vector<engine::field_fault> const& faults_;
    known_values const& known_;
    engine::demands const& asked_;
    field_notes const& notes_;
    engine::rule_pack const* place_; ///< null: none is known of the own unit
    std::vector<listed_unit> units_;
    bool knows_one_organ_ = true; ///< nothing is said of organs
};

/// One value in words. Groups become rows of their own.
object told(visit const& v, std::string_view kind, field const& f, value const& of);

object told_one(visit const& v, std::string_view kind, field const& f, value const& of)
{
    object made{{"words", ""}, {"prose", false}, {"href", ""}, {"tag", ""}, {"rows", array()}};
    switch (f.type) {
    case field_type::flag:
        made["words"] = v.words(of.is_bool() && of.get_bool() ? say("是") : say("否"));
        return made;
    case field_type::money:
        made["words"] = of.is_int64() ? v.words.amount(of.get_int64()) : "";
        return made;
    case field_type::date: {
        auto const on = engine::parse_day(shown(&of, f));
        made["words"] = on ? v.words.date(*on) : shown(&of, f);
        return made;
    }
    case field_type::choice:
        made["words"] = choice_label(v.words, f, shown(&of, f));
        return made;
    case field_type::unit:
        made["words"] = v.house.unit_name(shown(&of, f));
        return made;
    case field_type::person:
        made["words"] = of.is_int64() ? v.house.person_name({of.get_int64()}) : shown(&of, f);
        return made;
    case field_type::document: {
        auto const& document = of.as_object();
        auto const& hash = document.at("hash").as_string();
        auto const level = engine::level_said_in(document);
        made["words"] = document_name(v.words, hash, document.at("name").as_string());
        made["href"] = document_href(hash);
        made["tag"] = level ? level_words(v.words, *level) : "";
        return made;
    }
    case field_type::group:
        made["rows"] = body_view(v, kind, f.of, of.as_object());
        return made;
    case field_type::prose:
        made["prose"] = true;
        [[fallthrough]];
    case field_type::line:
    case field_type::number:
        made["words"] = shown(&of, f);
        return made;
    }
    return made;
}

object told(visit const& v, std::string_view kind, field const& f, value const& of)
{
    object made{{"name", f.name}, {"label", field_label(v.words, kind, f.name)}};
    array values;
    if (f.many && of.is_array())
        for (auto const& one : of.get_array())
            values.push_back(told_one(v, kind, f, one));
    else if (!f.many)
        values.push_back(told_one(v, kind, f, of));
    made["values"] = std::move(values);
    return made;
}

} // namespace

std::string suggested_for(std::string_view field)
{
    return std::string(field) + "?";
}

array form_view(visit const& v, std::string_view kind, std::vector<field> const& described,
                object const& typed, std::vector<engine::field_fault> const& faults,
                known_values const& known, engine::demands const& asked, field_notes const& notes)
{
    return form_writer(v, kind, faults, known, asked, notes)
        .inputs(described, typed, "", presence::asked);
}

array body_view(visit const& v, std::string_view kind, std::vector<field> const& described,
                object const& body)
{
    array made;
    for (auto const& f : described)
        if (auto const* given = body.if_contains(f.name); given && !given->is_null())
            made.push_back(told(v, kind, f, *given));
    return made;
}

} // namespace web
