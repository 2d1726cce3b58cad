#include "engine/demands.hpp"

#include <algorithm>

namespace engine {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

/// The size of a trial body: what a person writes at the least, and more than any number the law
/// names.
enum class measure { small, large };

constexpr int many_rows = 24;
constexpr long long large_number = 1'000'000;
constexpr std::chrono::days far{400};

/// Where a field stands: its name, and those of the groups and lists around it.
struct place {
    std::vector<std::string> names;
    field const* is;

    std::string path() const
    {
        std::string joined;
        for (auto const& one : names)
            joined += (joined.empty() ? "" : ".") + one;
        return joined;
    }
};

class trial_body {
public:
    explicit trial_body(day today) : today_(today) {}

    object all_of(std::vector<field> const& fields, measure size, int number = 1) const
    {
        object made;
        for (auto const& f : fields)
            made[f.name] = filled(f, f.many ? size : measure::small, number);
        return made;
    }

    value filled(field const& f, measure size, int number = 1) const
    {
        if (!f.many)
            return one_of(f, size, number);
        array rows;
        auto const count = size == measure::large ? many_rows : 1;
        for (int row = 1; row <= count; ++row)
            rows.push_back(one_of(f, measure::small, row));
        return rows;
    }

    /// Other values that may change what the law asks for beside them.
    std::vector<value> instead_of(field const& f, value const& now) const
    {
        std::vector<value> others;
        auto const add = [&](value one) {
            if (f.many)
                one = array{std::move(one)};
            if (one != now)
                others.push_back(std::move(one));
        };
        if (f.type == field_type::choice)
            for (auto const& name : f.choices)
                add(value(name));
        else if (f.many)
            others.push_back(filled(f, measure::large));
        else if (f.type == field_type::flag) {
            add(true);
            add(false);
        } else if (f.type == field_type::date) {
            add(value(to_text(today_ + far)));
            add(value(to_text(today_ - far)));
        } else if (f.type == field_type::number || f.type == field_type::money) {
            add(large_number);
        }
        return others;
    }

private:
    value one_of(field const& f, measure size, int number) const
    {
        auto const mark = std::to_string(number);
        switch (f.type) {
        case field_type::line:
        case field_type::prose:
        case field_type::unit:
            return value(f.name + mark);
        case field_type::number:
        case field_type::money:
        case field_type::person:
            return value(static_cast<long long>(number));
        case field_type::date:
            return value(to_text(today_));
        case field_type::flag:
            return value(true);
        case field_type::choice:
            return value(f.choices.front());
        case field_type::document:
            return object{{"hash", std::string(64 - mark.size(), '0') + mark}, {"name", mark}};
        case field_type::group:
            return all_of(f.of, size, number);
        }
        return {};
    }

    day today_;
};

void collect(std::vector<field> const& fields, std::vector<std::string> const& above,
             std::vector<place>& into)
{
    for (auto const& f : fields) {
        auto names = above;
        names.push_back(f.name);
        into.push_back({names, &f});
        if (f.type == field_type::group)
            collect(f.of, names, into);
    }
}

/// The member of a body at a place, the first row of each list; null where there is none.
object* holder_of(object& body, place const& at)
{
    auto* here = &body;
    for (std::size_t i = 0; i + 1 < at.names.size(); ++i) {
        auto* next = here->if_contains(at.names[i]);
        if (next && next->is_array())
            next = next->get_array().empty() ? nullptr : &next->get_array().front();
        if (!next || !next->is_object())
            return nullptr;
        here = &next->get_object();
    }
    return here;
}

bool contains(std::vector<refusal> const& all, refusal const& one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// What is said without some fields and not said with all of them: that they are missing.
std::vector<refusal> said_without(judgement without, judgement const& with)
{
    std::erase_if(without.answer.refusals, [&](auto const& one) {
        return one.about_role || contains(with.answer.refusals, one);
    });
    return std::move(without.answer.refusals);
}

class asked_for {
public:
    asked_for(act as, std::vector<place> const& places, trial const& judge)
        : as_(std::move(as)), judge_(judge)
    {
        for (auto const& one : places)
            if (!one.is->required && one.is->type != field_type::flag)
                optional_.push_back({&one});
    }

    /// Tries a body without each of the optional fields; false: the body itself is no good, and
    /// nothing can be said.
    bool begin(object const& body)
    {
        auto const whole = judged(body);
        if (!whole.faults.empty())
            return false;
        for (auto& one : optional_)
            one.is = is_asked(one, body, whole) ? demand::always : demand::never;
        return true;
    }

    /// What another body changes. The fields that nobody has asked for are left out together: where
    /// that is not refused, it is not refused for one of them.
    void vary(object const& body)
    {
        auto const whole = judged(body);
        if (!whole.faults.empty())
            return;
        for (auto& one : optional_)
            if (one.is == demand::always && !is_asked(one, body, whole))
                one.is = demand::sometimes;
        auto lean = body;
        leave_out_unasked(lean, nullptr);
        if (said_without(judged(std::move(lean)), whole).empty())
            return;
        for (auto& one : optional_)
            if (one.is == demand::never && is_asked(one, body, whole))
                one.is = demand::sometimes;
    }

    /// What is always asked for is so too where nothing is there that nobody asks for.
    void leave_out_the_rest(object const& body)
    {
        for (auto& one : optional_) {
            if (one.is != demand::always)
                continue;
            auto lean = body;
            leave_out_unasked(lean, one.at);
            auto const whole = judged(lean);
            if (!is_asked(one, lean, whole))
                one.is = demand::sometimes;
        }
    }

    demands found() const
    {
        demands made;
        for (auto const& one : optional_)
            if (one.is != demand::never)
                made[one.at->path()] = one.is;
        return made;
    }

private:
    struct optional_field {
        place const* at;
        demand is = demand::never;
    };

    static bool leave_out(place const& one, object& body)
    {
        auto* holder = holder_of(body, one);
        return holder && holder->erase(one.names.back());
    }

    /// All that nobody asks for, but for what holds `kept`.
    void leave_out_unasked(object& body, place const* kept) const
    {
        for (auto const& one : optional_)
            if (one.is == demand::never &&
                !(kept && kept->path().starts_with(one.at->path() + ".")))
                leave_out(*one.at, body);
    }

    bool is_asked(optional_field const& one, object const& body, judgement const& whole)
    {
        auto without = body;
        return leave_out(*one.at, without) &&
               !said_without(judged(std::move(without)), whole).empty();
    }

    judgement judged(object body)
    {
        as_.body = std::move(body);
        return judge_(as_);
    }

    act as_;
    trial const& judge_;
    std::vector<optional_field> optional_;
};

/// Nobody in particular, so that no act is admitted that is done from a seat.
act by_nobody(std::string const& kind, day today)
{
    act made;
    made.kind = kind;
    made.entered_at = instant(today);
    return made;
}

bool is_refused_to_nobody(procedure& file, std::string const& kind, circumstances const& now)
{
    auto const offers = file.offers(actor{}, now);
    auto const offer = std::find_if(offers.begin(), offers.end(),
                                    [&](auto const& one) { return one.kind == kind; });
    return offer != offers.end() && !offer->is_open();
}

/// The field of the body in which a fault lies.
std::string outermost(std::string const& path)
{
    return path.substr(0, path.find_first_of(".["));
}

} // namespace

demands demands_of(act const& as, std::vector<field> const& fields, object const& prepared,
                   day today, trial const& judge)
{
    std::vector<place> places;
    collect(fields, {}, places);
    trial_body const bodies(today);
    auto body = bodies.all_of(fields, measure::small);
    for (auto const& one : prepared)
        body[one.key()] = one.value();

    asked_for asked(as, places, judge);
    if (!asked.begin(body))
        return {};
    for (auto const& one : places) {
        auto* here = holder_of(body, one);
        auto const* now = here ? here->if_contains(one.names.back()) : nullptr;
        if (!now)
            continue;
        for (auto& other : bodies.instead_of(*one.is, *now)) {
            auto varied = body;
            (*holder_of(varied, one))[one.names.back()] = std::move(other);
            asked.vary(varied);
        }
    }
    asked.leave_out_the_rest(body);
    return asked.found();
}

demands demands_of(procedure& file, std::string const& kind, std::vector<field> const& fields,
                   object const& prepared, circumstances const& now)
{
    if (!is_refused_to_nobody(file, kind, now))
        return {};
    return demands_of(by_nobody(kind, now.today), fields, prepared, now.today,
                      [&](act const& one) { return file.attempt(one, now); });
}

std::vector<refusal> beside_faults(act const& as, std::vector<field> const& fields,
                                   std::vector<field_fault> const& faults, object const& prepared,
                                   day today, trial const& judge)
{
    trial_body const bodies(today);
    auto const judged_with = [&](measure size, int number) {
        auto tried = as;
        for (auto const& f : fields) {
            bool const is_faulty =
                std::any_of(faults.begin(), faults.end(),
                            [&](auto const& fault) { return outermost(fault.path) == f.name; });
            auto const* on_file = prepared.if_contains(f.name);
            if (is_faulty)
                tried.body[f.name] = on_file ? *on_file : bodies.filled(f, size, number);
        }
        return judge(tried).answer.refusals;
    };
    auto found = judged_with(measure::small, 1);
    auto const other = judged_with(measure::large, many_rows);
    std::erase_if(found, [&](auto const& one) { return one.about_role || !contains(other, one); });
    return found;
}

std::vector<refusal> beside_faults(procedure& file, std::string const& kind, object const& body,
                                   std::vector<field_fault> const& faults, object const& prepared,
                                   circumstances const& now)
{
    auto const* fields = file.fields_of(kind);
    if (!fields || !is_refused_to_nobody(file, kind, now))
        return {};
    auto as = by_nobody(kind, now.today);
    as.body = body;
    return beside_faults(as, *fields, faults, prepared, now.today,
                         [&](act const& one) { return file.attempt(one, now); });
}

} // namespace engine
