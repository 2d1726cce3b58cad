#include "adapters/office/paper_fonts.hpp"

#include "config/embedded.hpp"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdexcept>
#include <string>

namespace adapters::office {
namespace {

PangoFontMap* made_fonts()
{
    auto const aliases = config::embedded("papers/fonts.conf");
    if (!aliases)
        throw std::runtime_error("not built in: papers/fonts.conf");
    std::string const text(*aliases);
    auto* fonts = FcInitLoadConfig();
    if (!fonts ||
        !FcConfigParseAndLoadFromMemory(fonts, reinterpret_cast<FcChar8 const*>(text.c_str()),
                                        FcTrue) ||
        !FcConfigBuildFonts(fonts))
        throw std::runtime_error("the fonts of this machine cannot be read");
    auto* map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), fonts);
    FcConfigDestroy(fonts); // the map holds it now
    return map;
}

} // namespace

PangoFontMap* paper_fonts()
{
    static PangoFontMap* const map = made_fonts();
    return map;
}

std::mutex& paper_fonts_door()
{
    static std::mutex door;
    return door;
}

} // namespace adapters::office
