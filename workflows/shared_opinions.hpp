#ifndef JUECE_WORKFLOWS_SHARED_OPINIONS_HPP
#define JUECE_WORKFLOWS_SHARED_OPINIONS_HPP

#include "engine/procedure.hpp"
#include "workflows/major_decision/opinions_on_file.hpp"

// What is asked alike of the opinions of the public, whatever was laid before it. The functions
// take what they judge and the rule that asks it, and know no file, as those of
// shared_conditions.hpp.

namespace workflows {

/// A number stands for one opinion.
engine::verdict numbers_are_new(major_decision::opinions_on_file const& known,
                                major_decision::participation::opinions_recorded const& body,
                                engine::rule_id const& rule);

/// Each decision is on an opinion on file, and gives the reason where it does not follow it.
/// `on_reasons`: the rule that asks for the reason.
engine::verdict decisions_are_reasoned(major_decision::opinions_on_file const& known,
                                       major_decision::participation::opinions_decided const& body,
                                       engine::rule_id const& rule,
                                       engine::rule_id const& on_reasons);

/// An opinion repeats one that counts itself, and what the public was told stays as it was told.
/// `told_until`: seq of the last feedback.
engine::verdict repeats_are_in_order(major_decision::opinions_on_file const& known,
                                     long long told_until,
                                     major_decision::participation::repeats_noted const& body,
                                     engine::rule_id const& rule);

/// What is masked is a word that can be found, and not a letter that stands everywhere (JC-24).
engine::verdict masked_words_can_be_found(major_decision::participation::words_masked const& body);

/// A collective reply on the net can be found.
engine::verdict reply_can_be_found(major_decision::participation::feedback_given const& body,
                                   engine::rule_id const& rule);

/// No opinion is left undecided.
engine::verdict opinions_are_decided(std::vector<std::string> const& undecided,
                                     engine::rule_id const& rule);

/// Each opinion that the public sent in is on file. `received`: null where nothing came in.
engine::verdict opinions_sent_are_on_file(engine::papers_received const* received,
                                          major_decision::opinions_on_file const& known,
                                          engine::rule_id const& rule);

/// What is told to have come in is what is on file, each opinion counted once; otherwise there is a
/// remark.
engine::verdict received_is_on_file(long long received, long long recorded,
                                    engine::rule_id const& rule);

} // namespace workflows

#endif
