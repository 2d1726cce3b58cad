#ifndef JUECE_WEB_HANDLERS_DOCUMENT_ANSWER_HPP
#define JUECE_WEB_HANDLERS_DOCUMENT_ANSWER_HPP

#include "web/visit.hpp"

#include <filesystem>
#include <string>

namespace web::handlers {

/// A stored document on its way out. Who may have it was asked before.
struct sent_document {
    std::filesystem::path path;
    std::string hash;
    std::string name;
    std::string caching; ///< value of Cache-Control
    std::string type = "application/octet-stream";
    bool shown = false; ///< in the page; else it is saved
};
/// Nothing of it runs in the name of this site.
answer document_answer(visit const& v, sent_document const& what);

/// Begins an answer whose bytes never change under its tag. Without bytes, as 304, for whoever has
/// them already.
answer tagged_answer(visit const& v, std::string const& tag, std::string const& caching);
bool is_known(answer const& made);

/// Whatever a browser makes of a document, it does nothing in the name of this site.
void lock_up(response& file);

} // namespace web::handlers

#endif
