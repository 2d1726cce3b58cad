#ifndef JUECE_WEB_HANDLERS_PUBLIC_FORM_LIMITS_HPP
#define JUECE_WEB_HANDLERS_PUBLIC_FORM_LIMITS_HPP

#include <cstddef>

// How many characters the fields of the public's forms hold.

namespace web::handlers {

inline constexpr std::size_t longest_name = 60;
inline constexpr std::size_t longest_contact = 120;
inline constexpr std::size_t longest_title = 100;
inline constexpr std::size_t longest_basis = 1'000;
inline constexpr std::size_t longest_identity = 300;
inline constexpr std::size_t longest_words = 5'000;

} // namespace web::handlers

#endif
