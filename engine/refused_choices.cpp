#include "engine/refused_choices.hpp"

#include "engine/trial_body.hpp"

#include <algorithm>
#include <optional>

namespace engine {
namespace {

using boost::json::object;
using boost::json::value;
using grounds = std::vector<refusal>;

/// So many bodies are drawn for a choice of which something is refused, so that what two or three
/// other values make lawful together comes up; fewer where there are many to choose from.
constexpr std::size_t most_drawn_beside = 64;
constexpr std::size_t most_drawn_in_all = 512;

void keep_common(grounds& of, grounds const& other)
{
    std::erase_if(of, [&](refusal const& one) {
        return std::find(other.begin(), other.end(), one) == other.end();
    });
}

/// Whether the same is said, perhaps of something else.
bool is_said_in(grounds const& all, refusal const& one)
{
    return std::any_of(all.begin(), all.end(), [&](refusal const& other) {
        return other.rule == one.rule && other.reason.id == one.reason.id;
    });
}

class choice_trial {
public:
    choice_trial(act as, std::vector<field> const& fields, object const& prepared, day today,
                 trial const& judge)
        : as_(std::move(as)), fields_(fields), prepared_(prepared), bodies_(today), judge_(judge)
    {}

    std::vector<refused_choice> refused_of(field const& f)
    {
        auto const whole = with_prepared(bodies_.all_of(fields_, measure::small));
        std::vector<grounds> said;
        for (auto const& choice : f.choices) {
            auto one = judged(whole, f, choice);
            if (!one)
                return {};
            said.push_back(std::move(*one));
        }
        std::vector<refused_choice> found;
        for (std::size_t i = 0; i < said.size(); ++i) {
            auto own = said[i];
            std::erase_if(own, [&](refusal const& one) {
                return one.about_role ||
                       std::all_of(said.begin(), said.end(),
                                   [&](auto const& all) { return is_said_in(all, one); });
            });
            whittle(own, f, f.choices[i], whole);
            if (!own.empty())
                found.push_back({f.choices[i], std::move(own.front())});
        }
        return found;
    }

private:
    /// Leaves of the grounds those that stay whatever else the body holds.
    void whittle(grounds& own, field const& chosen, std::string const& choice, object const& whole)
    {
        auto const hold_to = [&](object const& body) {
            if (own.empty())
                return;
            if (auto const other = judged(body, chosen, choice))
                keep_common(own, *other);
        };
        for (auto const& f : fields_) {
            if (f.name == chosen.name || prepared_.contains(f.name))
                continue;
            auto varied = whole;
            if (!f.required) {
                varied.erase(f.name);
                hold_to(varied);
            }
            for (auto& other : bodies_.instead_of(f, whole.at(f.name))) {
                varied[f.name] = std::move(other);
                hold_to(varied);
            }
        }
        trial_body::lot by;
        auto const most = std::min(most_drawn_beside, most_drawn_in_all / chosen.choices.size());
        for (std::size_t drawn = 0; drawn < most && !own.empty(); ++drawn) {
            auto body = bodies_.drawn(fields_, by);
            for (auto const& f : fields_)
                if (!f.required && by() % 4 == 0)
                    body.erase(f.name);
            hold_to(with_prepared(std::move(body)));
        }
    }

    object with_prepared(object made) const
    {
        return trial_body::with_prepared(std::move(made), prepared_);
    }

    /// Nothing for a body that is no good.
    std::optional<grounds> judged(object body, field const& f, std::string const& choice)
    {
        as_.body = std::move(body);
        as_.body[f.name] = choice;
        auto said = judge_(as_);
        if (!said.known || !said.faults.empty())
            return {};
        return std::move(said.answer.refusals);
    }

    act as_;
    std::vector<field> const& fields_;
    object const& prepared_;
    trial_body bodies_;
    trial const& judge_;
};

} // namespace

refused_choices refused_choices_of(act const& as, std::vector<field> const& fields,
                                   object const& prepared, day today, trial const& judge)
{
    refused_choices found;
    choice_trial on(as, fields, prepared, today, judge);
    for (auto const& f : fields)
        if (!f.choices.empty() && !f.many)
            if (auto refused = on.refused_of(f); !refused.empty())
                found.emplace(f.name, std::move(refused));
    return found;
}

refused_choices refused_choices_of(procedure& file, std::string const& kind,
                                   std::vector<field> const& fields, object const& prepared,
                                   circumstances const& now)
{
    auto const as = act_by_nobody(file, kind, now);
    if (!as)
        return {};
    return refused_choices_of(*as, fields, prepared, now.today,
                              [&](act const& one) { return file.attempt(one, now); });
}

} // namespace engine
