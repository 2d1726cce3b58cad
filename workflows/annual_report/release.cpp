#include "workflows/annual_report/procedure.hpp"
#include "workflows/annual_report/tables.hpp"

namespace workflows::annual_report {
namespace release {
namespace {

// clang-format off
struct unopened    : stage_of_chapter { static constexpr std::string_view name = "unopened"; };
struct compiling   : stage_that_goes_on { static constexpr std::string_view name = "compiling"; };
struct cleared     : stage_of_chapter { static constexpr std::string_view name = "cleared"; };
struct signed_off  : stage_of_chapter { static constexpr std::string_view name = "signed_off"; };
struct reported    : stage_of_chapter { static constexpr std::string_view name = "reported"; };
struct made_public : stage_of_chapter { static constexpr std::string_view name = "made_public"; };
struct elsewhere  : stage_of_chapter { static constexpr std::string_view name = "taken_over"; };
// clang-format on

struct rules_of_chapter {
    using file = report_file;
    static constexpr std::string_view name = "release";
    using opening = unopened;

    // clang-format off
    using text = clauses<
    //       rule     at stage     on act               then         only if
    follows<"AR-1",   unopened,    report::opened,      compiling>,
    clause <"AR-3",   compiling,   secrecy_checked,     cleared,     due_if<figures_are_frozen, sections_are_written, placeholders_are_filled, text_stands>, admit_if<by<office>, figures_are_frozen, sections_are_written, placeholders_are_filled, did_not_write>, given<may_be_published>>,
    clause <"AR-3",   compiling,   secrecy_checked,     compiling,   due_if<figures_are_frozen, sections_are_written, placeholders_are_filled, text_stands>, admit_if<by<office>, figures_are_frozen, sections_are_written, placeholders_are_filled, did_not_write>, given<may_not_be_published>>,
    follows<"AR-3",   cleared,     narrative::written,  compiling>,
    follows<"JC-33",  cleared,     freezing::restated,  compiling>,
    clause <"AR-2",   cleared,     approved,            signed_off,  admit_if<by<head>>>,
    option <"AR-2",   cleared,     returned,            compiling,   admit_if<by<head>>>,
    follows<"JC-33",  signed_off,  freezing::restated,  compiling>,
    clause <"AR-2",   signed_off,  submitted,           reported,    admit_if<by<office>, has_addressees, submitted_in_time>>,
    follows<"JC-33",  reported,    freezing::restated,  compiling>,
    clause <"AR-3",   reported,    published,           made_public, admit_if<by<office>, published_in_time>>,
    follows<"JC-33",  made_public, freezing::restated,  compiling>,
    follows<"JC-35",  compiling,   report::taken_over,  elsewhere>
    >;
    // clang-format on
};

} // namespace
} // namespace release

std::unique_ptr<engine::chapter<report_file>> make_release()
{
    return std::make_unique<engine::msm_chapter<release::rules_of_chapter>>();
}

} // namespace workflows::annual_report
