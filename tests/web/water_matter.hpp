#ifndef JUECE_TESTS_WEB_WATER_MATTER_HPP
#define JUECE_TESTS_WEB_WATER_MATTER_HPP

#include "tests/web/demo_house.hpp"

#include <string>

namespace tests {

/// A matter of the sample district that the water bureau proposes, told act by act.
class water_matter {
public:
    /// `id`: with what the ids of its acts begin.
    explicit water_matter(std::string id, std::string title = "城区内涝治理实施方案");

    /// What an act is answered; it comes from whoever has seen the case as it stands.
    site_reply sends(std::string const& who, std::string const& kind, boost::json::object body);
    /// Fails the test where the act is not entered.
    void enters(std::string const& who, std::string const& kind, boost::json::object body);

    /// Studied in the own unit.
    void is_studied(bool advised = true);
    /// Studied and reported on, so that the head decides whether it starts.
    void comes_before_the_head(bool advised = true);
    /// The head has decided that the own unit drafts it alone.
    void is_started();

    std::string home() const;
    std::string own_unit() const;
    boost::json::object view(std::string const& who) const { return district().view(who, home()); }
    boost::json::object next(std::string const& who) const
    {
        return view(who).at("next").as_object();
    }
    std::string page(std::string const& who, std::string const& more = "") const
    {
        return district().ask(who, "GET", home() + more).body;
    }

private:
    std::string id_of_acts_;
    int acts_ = 1;
    long long id_ = 0;
};

} // namespace tests

#endif
