#ifndef JUECE_WEB_HANDLERS_BEFORE_PUBLICATION_HPP
#define JUECE_WEB_HANDLERS_BEFORE_PUBLICATION_HPP

#include "engine/act.hpp"

#include <string>

namespace web::handlers {

/// The page on which whoever publishes sees what is masked (JC-24).
std::string masking_href(engine::case_id on);

} // namespace web::handlers

#endif
