#ifndef JUECE_WEB_RECEIPT_HPP
#define JUECE_WEB_RECEIPT_HPP

#include <optional>
#include <string>
#include <string_view>

namespace web {

/// A receipt: 16 characters out of 31 (79 bits) that nobody can guess and nobody misreads: no 0, O,
/// 1, I, L. Throws when the system has no randomness.
std::string new_receipt();

/// In groups of four, as people read and type it: "7K2M-9QXD-4TRV-B8NC".
std::string shown_receipt(std::string_view receipt);

/// What somebody typed, whatever the case, spaces and dashes; nothing for what is no receipt.
std::optional<std::string> receipt_in(std::string_view typed);

} // namespace web

#endif
