#ifndef JUECE_TESTS_WEB_SMALL_PROCEDURE_HPP
#define JUECE_TESTS_WEB_SMALL_PROCEDURE_HPP

#include "engine/procedure.hpp"

#include <string>

namespace tests {

/// Opened by intake.proposed; intake.decided is for the head of government and ends it. Secret if
/// its title or the reason says so; the office needs to know of it.
class small_procedure : public engine::procedure {
public:
    explicit small_procedure(std::string place) : place_(std::move(place)) {}

    engine::judgement attempt(engine::act const& what, engine::circumstances const&) override;
    engine::verdict out_of_place(std::string_view, engine::actor const&,
                                 engine::circumstances const&) const override
    {
        return {};
    }
    void replay(engine::act const& what) override;
    std::vector<engine::offer> offers(engine::actor const& who,
                                      engine::circumstances const&) const override;
    std::vector<engine::task> tasks(engine::circumstances const& now) const override;
    std::vector<engine::chapter_stage> stages() const override { return {{"intake", stage_}}; }
    std::vector<engine::limit> limits(engine::circumstances const& now) const override;
    std::vector<engine::milestone> outlook(engine::circumstances const&) const override
    {
        return {};
    }
    std::vector<engine::figure> figures(engine::working_days const&) const override;
    std::vector<engine::news> told() const override { return {}; }
    std::optional<std::string> rests_on(engine::act const&) const override { return {}; }
    engine::case_summary summary() const override;
    boost::json::object facts() const override;
    std::vector<engine::table_row> table() const override;
    int ways(engine::act const&) const override { return 1; }
    std::vector<engine::field> const* fields_of(std::string_view kind) const override;

private:
    std::vector<engine::refusal> grounds(std::string_view kind, engine::actor const& who) const;

    std::string place_, title_, unit_, stage_ = "start";
    engine::confidentiality level_ = engine::confidentiality::internal;
};

} // namespace tests

#endif
