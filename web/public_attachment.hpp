#ifndef JUECE_WEB_PUBLIC_ATTACHMENT_HPP
#define JUECE_WEB_PUBLIC_ATTACHMENT_HPP

#include "adapters/documents/document_admission.hpp"
#include "adapters/soci/comment_box.hpp"
#include "engine/text.hpp"
#include "web/request.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace web {

/// Most attachments that come with a comment, and most bytes of one.
inline constexpr std::size_t most_attachments = 3;
inline constexpr long long largest_attachment = 10LL * 1024 * 1024;

/// The media type that the first bytes of a file show, of those that the public may send: PDF, PNG,
/// JPEG, Word (docx), plain text. Empty for anything else.
std::string attachment_type(std::string_view first_bytes, std::string_view name);

/// The limits in words, and the types for the input of the form.
engine::text attachment_limits();
char const* accepted_attachments();

/// What is wrong with the files of a form; empty: nothing.
std::vector<engine::text> attachment_faults(std::vector<upload> const& files);

/// The files as documents of the house, or why they are not taken.
using kept_attachments =
    std::variant<std::vector<adapters::soci::attached_document>, std::vector<engine::text>>;

/// Looks into the files as into those of officials and keeps them, or, if one may not be taken,
/// none; blocks. What shows without looking was asked before.
kept_attachments keep_attachments(adapters::documents::document_admission const& door,
                                  std::vector<upload>& files);

} // namespace web

#endif
