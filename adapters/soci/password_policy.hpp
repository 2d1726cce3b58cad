#ifndef JUECE_ADAPTERS_SOCI_PASSWORD_POLICY_HPP
#define JUECE_ADAPTERS_SOCI_PASSWORD_POLICY_HPP

#include "engine/text.hpp"

#include <string>
#include <vector>

namespace adapters::soci {

/// Fewer characters than that are guessed too soon; NIST SP 800-63B (4th revision) draws the line
/// of a password that stands alone between 8 and 15, and most here add a second factor.
inline constexpr std::size_t shortest_password = 10;
/// Bytes. Longer ones only cost time.
inline constexpr std::size_t longest_password = 256;
/// A password of one or two characters in repetition is none.
inline constexpr std::size_t fewest_different = 4;

/// Everything that speaks against a new password of this person; empty: it may be used. Letters of
/// every script count, and nothing is asked about kinds of characters: that makes people write
/// them down, while length and the lists of what everybody takes stop guessing.
std::vector<engine::text> against_password(std::string const& password, std::string const& login);

/// What is asked of a password, for the pages on which one is chosen.
engine::text password_policy_in_words();

} // namespace adapters::soci

#endif
