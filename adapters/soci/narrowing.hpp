#ifndef JUECE_ADAPTERS_SOCI_NARROWING_HPP
#define JUECE_ADAPTERS_SOCI_NARROWING_HPP

#include "adapters/soci/query.hpp"
#include "engine/lowered.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace adapters::soci {

/// A condition that is put together from the filters that were given. Only names go into the
/// text; the values are bound.
class narrowing {
public:
    void by(std::string const& condition, std::string name, std::string value)
    {
        conditions_ += " and " + condition;
        texts_.emplace_back(std::move(name), std::move(value));
    }
    void by(std::string const& condition, std::string name, long long value)
    {
        conditions_ += " and " + condition;
        numbers_.emplace_back(std::move(name), value);
    }
    void by_if_given(std::string const& condition, std::string name, std::string const& value)
    {
        if (!value.empty())
            by(condition, std::move(name), value);
    }
    /// More values for a condition that is there.
    void with(std::string name, std::string value)
    {
        texts_.emplace_back(std::move(name), std::move(value));
    }
    void with(std::string name, long long value) { numbers_.emplace_back(std::move(name), value); }
    /// True if there is a value of that name.
    bool has(std::string_view name) const
    {
        auto const is_it = [&](auto const& one) { return one.first == name; };
        return std::any_of(texts_.begin(), texts_.end(), is_it) ||
               std::any_of(numbers_.begin(), numbers_.end(), is_it);
    }
    /// The condition that a column holds one of the values, bound as prefix0, prefix1 ...
    template <class Value>
    std::string one_of(std::string const& column, std::string const& prefix,
                       std::vector<Value> const& values)
    {
        std::string list;
        for (auto const& value : values) {
            auto const name = prefix + std::to_string(&value - values.data());
            list += (list.empty() ? ":" : ", :") + name;
            with(name, value);
        }
        return column + " in (" + list + ")";
    }
    void add(std::string const& condition) { conditions_ += " and " + condition; }

    std::string const& conditions() const { return conditions_; }
    void into(query& to) const
    {
        for (auto const& [name, value] : texts_)
            to.in(name.c_str(), value);
        for (auto const& [name, value] : numbers_)
            to.in(name.c_str(), value);
    }

private:
    std::string conditions_ = " where 1 = 1";
    std::deque<std::pair<std::string, std::string>> texts_;
    std::deque<std::pair<std::string, long long>> numbers_;
};

/// A pattern for LIKE with '\' as escape that finds the words anywhere, letter case of a-z ignored
/// against lower(column).
inline std::string anywhere(std::string const& words)
{
    std::string pattern = "%";
    for (char const c : engine::lowered(words)) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + '%';
}

/// Narrows cases, whose ids stand in a column, to those that have the words in title or number,
/// letter case of a-z ignored; nothing for empty words. The case is c. `family`: all are of it;
/// empty: they may be of any. True if few cases have the words: those lead to whatever is looked
/// for, if nothing else does.
bool narrow_to_words(::soci::session& sql, narrowing& to, std::string const& id,
                     std::string const& words, std::string const& family = {});

/// The same of legal matters, as m with their cases as c, by the name of the other side too. For a
/// database that knows the pieces of the rows themselves (PostgreSQL).
void narrow_matters_to_words(::soci::session& sql, narrowing& to, std::string const& words);

} // namespace adapters::soci

#endif
