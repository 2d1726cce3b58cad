// Whatever bytes come as the body of an act: they are read or answered with faults, and what was
// read has one canonical text.

#include "engine/body.hpp"

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <cstdint>
#include <cstdlib>

namespace {

enum class stance { agree, agree_with_changes, disagree };
JUECE_CHOICE(stance, agree, agree_with_changes, disagree)

struct statement {
    std::string speaker;
    stance says = stance::agree;
    std::optional<engine::prose> words;
};
BOOST_DESCRIBE_STRUCT(statement, (), (speaker, says, words))

/// One member of every type that a body may have.
struct meeting_record {
    std::string place;
    engine::prose minutes;
    engine::day held_on;
    long long members = 0;
    engine::money budget;
    bool in_public = false;
    engine::unit_ref unit;
    engine::document_ref record;
    std::vector<statement> statements;
    std::vector<engine::document_ref> papers;
    std::optional<long long> absent;
};
BOOST_DESCRIBE_STRUCT(meeting_record, (),
                      (place, minutes, held_on, members, budget, in_public, unit, record,
                       statements, papers, absent))

/// Stops the fuzzer with a stack.
void must(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size)
{
    boost::json::error_code error;
    auto const value = boost::json::parse(
        boost::json::string_view(reinterpret_cast<char const*>(bytes), size), error);
    if (error)
        return 0;

    // Whatever it is, it has a text; that the text is the same again is promised for bodies only.
    must(!engine::canonical(value).empty());
    if (!value.is_object())
        return 0;
    std::vector<engine::field_fault> faults;
    engine::read_body<meeting_record>(value.get_object(), faults);
    for (auto const& fault : faults)
        must(!fault.reason.empty());
    if (!faults.empty())
        return 0;

    // An admitted body is kept tidied; what is kept must be readable for ever.
    auto const& fields = engine::fields_of<meeting_record>();
    auto const kept = engine::tidy(value.get_object(), fields);
    engine::read_body<meeting_record>(kept, faults);
    must(faults.empty() && engine::tidy(kept, fields) == kept);
    auto const text = engine::canonical(kept);
    must(engine::canonical(boost::json::parse(text)) == text);
    must(!engine::documents_in(kept, fields).empty());
    return 0;
}
