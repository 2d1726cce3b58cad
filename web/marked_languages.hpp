#ifndef JUECE_WEB_MARKED_LANGUAGES_HPP
#define JUECE_WEB_MARKED_LANGUAGES_HPP

#include <string>
#include <string_view>

namespace web {

/// An HTML page of our own templates in another language, with what is Chinese in its text marked
/// as lang="zh-CN" (WCAG 3.1.2): the element that holds nothing else, or a span around the words.
/// Titles, names and quoted texts of the record are in Chinese on every page; what is already in
/// an element that says its language is left alone, and so is what stands in attributes.
std::string with_chinese_marked(std::string_view page);

} // namespace web

#endif
