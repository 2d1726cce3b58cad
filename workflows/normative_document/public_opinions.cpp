#include "workflows/normative_document/public_opinions.hpp"

#include "workflows/normative_document/tables.hpp"
#include "workflows/shared_opinions.hpp"

#include <algorithm>

namespace workflows::normative_document {

using major_decision::participation::adoption;
using major_decision::participation::feedback_given;
using major_decision::participation::opinions_decided;
using major_decision::participation::opinions_recorded;
using major_decision::participation::repeats_noted;
using major_decision::participation::words_masked;

namespace public_opinions {
namespace {

// clang-format off
struct no_notice_yet : stage_of_chapter { static constexpr std::string_view name = "before_notice"; };
struct window_open   : stage_that_goes_on { static constexpr std::string_view name = "window_open"; };
struct window_closed : stage_of_chapter { static constexpr std::string_view name = "concluded"; };
// clang-format on

struct numbers_are_fresh {
    static verdict check(asked const& q, opinions_recorded const& body)
    {
        return numbers_are_new(q.file.public_opinions.all, body, "NORM-7");
    }
};

struct reasons_are_given {
    static verdict check(asked const& q, opinions_decided const& body)
    {
        return decisions_are_reasoned(q.file.public_opinions.all, body, "NORM-7", "NORM-7");
    }
};

struct repeats_fit {
    static verdict check(asked const& q, repeats_noted const& body)
    {
        auto const& on_file = q.file.public_opinions;
        return repeats_are_in_order(on_file.all, on_file.told_until, body, "NORM-7");
    }
};

struct masks_are_words {
    static verdict check(asked const&, words_masked const& body)
    {
        return masked_words_can_be_found(body);
    }
};

struct reply_has_address {
    static verdict check(asked const&, feedback_given const& body)
    {
        return reply_can_be_found(body, "NORM-7");
    }
};

struct some_are_undecided {
    static bool holds(asked const& q) { return !opinions_were_weighed::check(q).admits(); }
};

} // namespace
} // namespace public_opinions

// ---- entering

void enter(dossier& file, opinions_recorded const& body, engine::act const& what)
{
    file.public_opinions.all.take(body, what.seq, what.counts_on());
}
void enter(dossier& file, opinions_decided const& body, engine::act const& what)
{
    file.public_opinions.all.take(body, what.seq, what.counts_on());
}
void enter(dossier& file, repeats_noted const& body, engine::act const& what)
{
    file.public_opinions.all.take(body, what.seq);
}
void enter(dossier&, words_masked const&, engine::act const&)
{
    // The pages of the public read it from the acts.
}
void enter(dossier& file, feedback_given const&, engine::act const& what)
{
    file.public_opinions.told_until = what.seq;
}

namespace public_opinions {
namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "participation";
    using opening = no_notice_yet;

    // clang-format off
    using text = clauses<
    //      rule       at stage       on act                 then           only if
    follows<"NORM-7", no_notice_yet, opinions::comments_opened, window_open>,
    option<"NORM-7",  window_open,   opinions_recorded,     window_open,   admit_if<by<drafting_unit>, numbers_are_fresh>>,
    option<"NORM-7",  window_open,   repeats_noted,         window_open,   admit_if<by<drafting_unit>, repeats_fit>>,
    clause<"NORM-7",  window_open,   opinions_decided,      window_open,   admit_if<by<drafting_unit>, reasons_are_given>, due_if<some_are_undecided>>,
    option<"JC-24",   window_open,   words_masked,          window_open,   admit_if<by<drafting_unit>, masks_are_words>>,
    option<"NORM-7",  window_open,   feedback_given,        window_open,   admit_if<by<drafting_unit>, comment_window_has_ended, opinions_were_weighed, has_happened<&feedback_given::given_on>, reply_has_address>>,
    follows<"NORM-7", window_open,   opinions::comments_closed, window_closed>,
    option<"NORM-7",  window_closed, feedback_given,        window_closed, admit_if<by<drafting_unit>, has_happened<&feedback_given::given_on>, reply_has_address>>,
    option<"JC-24",   window_closed, words_masked,          window_closed, admit_if<by<drafting_unit>, masks_are_words>>,
    follows<"NORM-7", window_closed, opinions::comments_opened, window_open>,
    follows<"JC-60",  window_open,   project::withdrawn,    window_closed>,
    follows<"NORM-12", window_open,  issue::deliberated,    window_closed, given<rejects>>,
    follows<"NORM-12", window_open,  issue::text_signed,    window_closed>
    >;
    // clang-format on
};

} // namespace
} // namespace public_opinions

opinion_counts opinions_on_notice(major_decision::opinions_on_file const& all,
                                  long long seq_of_notice)
{
    opinion_counts found;
    for (auto const& one : all.all()) {
        if (!one.counts() || one.seq <= seq_of_notice)
            continue;
        ++found.received;
        found.adopted += one.own_decision && one.own_decision->outcome != adoption::not_adopted;
    }
    return found;
}

std::unique_ptr<engine::chapter<dossier>> make_public_opinions()
{
    return std::make_unique<engine::msm_chapter<public_opinions::rules_of_chapter>>();
}

} // namespace workflows::normative_document
