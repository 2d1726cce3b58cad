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
};
/// It is sent to be saved, never to run in the name of this site.
answer document_answer(visit const& v, sent_document const& what);

} // namespace web::handlers

#endif
