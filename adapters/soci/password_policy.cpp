#include "adapters/soci/password_policy.hpp"

#include "engine/lowered.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace adapters::soci {
namespace {

using engine::say;

/// The commonest of at least shortest_password characters in published lists of broken passwords,
/// Chinese ones among them, in lower case.
constexpr auto commonest = std::to_array<std::string_view>({
    "0123456789",    "0987654321",   "1111111111",   "1122334455",    "1123581321",
    "123123123123",  "12345678900",  "1234567890",   "12345678910",   "1234567891",
    "123456789a",    "123456789q",   "123456qwerty", "1234qwer1234",  "123qweasdzxc",
    "147258369147",  "1q2w3e4r5t",   "1q2w3e4r5t6y", "1qaz2wsx3edc",  "3rjs1la7qe",
    "5201314520",    "5201314zxc",   "9876543210",   "a123456789",    "aa123456789",
    "aa12345678",    "abc123456789", "abcd123456",   "abcd12345678",  "abcdefghij",
    "admin12345",    "admin123456",  "admin@123456", "administrator", "adminadmin",
    "asd123456789",  "asdfghjkl1",   "asdfghjkl;",   "asdfghjkl123",  "basketball",
    "beijing2008",   "changeme123",  "changeme1234", "china123456",   "football123",
    "huawei@123",    "iloveyou123",  "iloveyou520",  "letmein123",    "li123456789",
    "p@ssw0rd123",   "p@ssword123",  "pass@word1",   "passw0rd123",   "password01",
    "password1!",    "password12",   "password123",  "password1234",  "password@123",
    "q1w2e3r4t5",    "qazwsxedc123", "qq123456789",  "qwe123456789",  "qweasdzxc123",
    "qwer123456",    "qwer1234qwer", "qwerty12345",  "qwerty123456",  "qwertyuiop",
    "qwertyuiop123", "test123456",   "wang123456",   "welcome123",    "woaini1314",
    "woaini1314520", "woaini123456", "woaini520",    "woaini521",     "woainima123",
    "woaiwojia1314", "zaq12wsxcde3", "zhang123456",  "zxc123456789",  "zxcvbnm123",
    "zxcvbnm123456", "zz123456789",  "政府123456",   "决策123456",
});

/// Characters of a UTF-8 text: every byte but those that continue one.
std::size_t characters_of(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    }));
}

} // namespace

std::vector<engine::text> against_password(std::string const& password, std::string const& login)
{
    std::vector<engine::text> grounds;
    if (characters_of(password) < shortest_password)
        grounds.push_back(say("密码至少{1}个字符。", shortest_password));
    if (password.size() > longest_password)
        grounds.push_back(say("密码最多{1}个字节。", longest_password));
    auto const low = engine::lowered(password);
    auto const name = engine::lowered(login);
    // a name of one or two letters is in many a good password by chance
    if (name.size() > 2 && low.find(name) != std::string::npos)
        grounds.push_back(say("密码不能包含登录名。"));
    auto const is_common = std::find(commonest.begin(), commonest.end(), low) != commonest.end();
    if (is_common)
        grounds.push_back(say("这是最常见的密码之一，容易被猜到。"));
    if (std::set<char>(low.begin(), low.end()).size() < fewest_different)
        grounds.push_back(say("密码至少使用{1}种不同的字符。", fewest_different));
    return grounds;
}

engine::text password_policy_in_words()
{
    return say("至少{1}个字符，不能包含登录名，不能是常见密码。较长的一句话比复杂的符号更安全。",
               shortest_password);
}

} // namespace adapters::soci
