#ifndef JUECE_ENGINE_TRIAL_BODY_HPP
#define JUECE_ENGINE_TRIAL_BODY_HPP

#include "engine/body.hpp"
#include "engine/day.hpp"

#include <boost/json/object.hpp>
#include <boost/random/linear_congruential.hpp>
#include <string>
#include <vector>

// Bodies that nobody typed, to ask the conditions of an act what they look at.

namespace engine {

/// The size of a trial body: what a person writes at the least, and more than any number the law
/// names.
enum class measure { small, large };

/// So many rows a large list has.
inline constexpr int many_rows = 24;

class trial_body {
public:
    /// Draws the values of a body by lot, the same at every call.
    using lot = boost::random::minstd_rand;

    explicit trial_body(day today) : today_(today) {}

    /// Everything filled in. `number`: texts and the like differ by it.
    boost::json::object all_of(std::vector<field> const& fields, measure size,
                               int number = 1) const;
    /// The same of a form that comes filled with something: that stays, and rows of a list that
    /// lack members get them.
    static boost::json::object with_prepared(boost::json::object made,
                                             boost::json::object const& prepared);
    boost::json::value filled(field const& f, measure size, int number = 1) const;

    /// Other values that may change what the law asks for beside them.
    std::vector<boost::json::value> instead_of(field const& f, boost::json::value const& now) const;

    /// Everything filled in, with sizes, choices, flags, numbers and days by lot. The rows of a
    /// list are alike but for their texts, so that all of them count for what the law counts; a
    /// list in a row has one.
    boost::json::object drawn(std::vector<field> const& fields, lot& by) const;

private:
    boost::json::value one_of(field const& f, measure size, int number) const;
    enum class depth { top, row };

    boost::json::object drawn(std::vector<field> const& fields, lot& by, int number,
                              depth at) const;
    boost::json::value drawn_value(field const& f, lot& by, int number, depth at) const;
    boost::json::value drawn_one(field const& f, lot& by, int number, depth at) const;

    day today_;
};

} // namespace engine

#endif
