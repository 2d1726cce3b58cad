#ifndef JUECE_ADAPTERS_OFFICE_PAPER_FONTS_HPP
#define JUECE_ADAPTERS_OFFICE_PAPER_FONTS_HPP

#include <mutex>
#include <pango/pango-fontmap.h>

namespace adapters::office {

/// The fonts of official papers under their true names. Where an office has not installed them,
/// config/papers/fonts.conf says what stands in for them.
namespace face {
inline constexpr char const* title = "方正小标宋简体";
inline constexpr char const* body = "仿宋_GB2312";
inline constexpr char const* heading = "黑体";
inline constexpr char const* subheading = "楷体_GB2312";
inline constexpr char const* digits = "宋体";
} // namespace face

/// The fonts of this machine with those names among them; made once. For one thread at a time: who
/// uses them, or anything made with them, holds the door.
PangoFontMap* paper_fonts();
std::mutex& paper_fonts_door();

} // namespace adapters::office

#endif
