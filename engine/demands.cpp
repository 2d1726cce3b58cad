#include "engine/demands.hpp"

#include "engine/trial_body.hpp"

#include <algorithm>

namespace engine {
namespace {

using boost::json::object;

/// So many bodies are drawn. A list of people that is long enough because all of them take part,
/// none as a substitute and each with an interest, comes up once in 32.
constexpr int most_drawn = 64;

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

/// Whether a form comes filled with something at a place.
bool is_prepared(place const& at, object prepared)
{
    auto const* holder = holder_of(prepared, at);
    return holder && holder->contains(at.names.back());
}

/// Whether a condition may count rows that are this and that at once, which no single change makes.
bool has_rows(std::vector<place> const& places)
{
    return std::any_of(places.begin(), places.end(), [](auto const& one) {
        return one.is->many && one.is->type == field_type::group;
    });
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
        relent(body, whole);
        auto lean = body;
        leave_out_unasked(lean, nullptr);
        if (said_without(judged(std::move(lean)), whole).empty())
            return;
        for (auto& one : optional_)
            if (one.is == demand::never && is_asked(one, body, whole))
                one.is = demand::sometimes;
    }

    /// What a body changes that differs in many things at once, of what seemed asked for always.
    void vary_at_once(object const& body)
    {
        if (auto const whole = judged(body); whole.faults.empty())
            relent(body, whole);
    }

    bool has_always() const
    {
        return std::any_of(optional_.begin(), optional_.end(),
                           [](auto const& one) { return one.is == demand::always; });
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

    /// What this body does not have to hold is not asked for always.
    void relent(object const& body, judgement const& whole)
    {
        for (auto& one : optional_)
            if (one.is == demand::always && !is_asked(one, body, whole))
                one.is = demand::sometimes;
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

} // namespace

demands demands_of(act const& as, std::vector<field> const& fields, object const& prepared,
                   day today, trial const& judge)
{
    std::vector<place> places;
    collect(fields, {}, places);
    trial_body const bodies(today);
    auto const body = trial_body::with_prepared(bodies.all_of(fields, measure::small), prepared);

    asked_for asked(as, places, judge);
    if (!asked.begin(body))
        return {};
    for (auto const& one : places) {
        // Other papers in a list that is prepared are refused for what they are, not for its lack.
        if (is_prepared(one, prepared))
            continue;
        auto varied = body;
        auto* here = holder_of(varied, one);
        auto* now = here ? here->if_contains(one.names.back()) : nullptr;
        if (!now)
            continue;
        for (auto& other : bodies.instead_of(*one.is, *now)) {
            *now = std::move(other);
            asked.vary(varied);
        }
    }
    trial_body::lot by;
    auto const draws = has_rows(places) ? most_drawn : 0;
    for (int drawn = 0; drawn < draws && asked.has_always(); ++drawn)
        asked.vary_at_once(trial_body::with_prepared(bodies.drawn(fields, by), prepared));
    asked.leave_out_the_rest(body);
    return asked.found();
}

demands demands_of(procedure& file, std::string const& kind, std::vector<field> const& fields,
                   object const& prepared, circumstances const& now)
{
    auto const as = act_by_nobody(file, kind, now);
    if (!as)
        return {};
    return demands_of(*as, fields, prepared, now.today,
                      [&](act const& one) { return file.attempt(one, now); });
}

std::vector<refusal> beside_faults(procedure& file, std::string const& kind, object const& body,
                                   std::vector<field_fault> const& faults, object const& prepared,
                                   circumstances const& now)
{
    auto const* fields = file.fields_of(kind);
    auto as = act_by_nobody(file, kind, now);
    if (!fields || !as)
        return {};
    as->body = body;
    return beside_faults(*as, *fields, faults, prepared, now.today,
                         [&](act const& one) { return file.attempt(one, now); });
}

} // namespace engine
