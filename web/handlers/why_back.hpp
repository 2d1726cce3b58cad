#ifndef JUECE_WEB_HANDLERS_WHY_BACK_HPP
#define JUECE_WEB_HANDLERS_WHY_BACK_HPP

#include "engine/act.hpp"
#include "web/language.hpp"

#include <string>

namespace web::handlers {

/// Why a task is there again that an act brought which sent the matter back or put it off, with how
/// the reason begins: "办公室退回（请再核对材料）". Empty for an act that let it go on.
std::string why_back(language const& words, engine::act const& brought_by);

} // namespace web::handlers

#endif
