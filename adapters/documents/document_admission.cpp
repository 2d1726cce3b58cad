#include "adapters/documents/document_admission.hpp"

#include <spdlog/spdlog.h>

namespace adapters::documents {

using engine::say;

std::variant<document_type const*, engine::text>
document_admission::examine(std::filesystem::path const& file, std::string const& name) const
{
    auto type = type_of(file, name);
    if (std::holds_alternative<engine::text>(type) || !terms_.scanner)
        return type;
    auto const found = scanning::scan(file, *terms_.scanner);
    if (auto const* bad = std::get_if<scanning::infected>(&found)) {
        spdlog::warn("upload refused: {} found", bad->signature);
        return say("“{1}”被查出病毒（{2}），没有接收。", name, bad->signature);
    }
    if (auto const* silent = std::get_if<scanning::unavailable>(&found)) {
        spdlog::error("upload refused: {}", silent->why);
        return say("病毒扫描暂时不可用，没有接收“{1}”。请稍后再传。", name);
    }
    return type;
}

} // namespace adapters::documents
