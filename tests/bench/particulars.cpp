#include "tests/bench/particulars.hpp"

#include <array>

namespace bench {
namespace {

constexpr std::array towns = {"南岸街道", "金渡镇", "金利镇", "蚬岗镇", "回龙镇", "白土镇",
                              "莲塘镇",   "新桥镇", "大湾镇", "禄步镇", "小湘镇", "河台镇",
                              "乐城镇",   "水南镇", "活道镇", "蛟塘镇"};
constexpr std::array subjects = {
    "农村生活污水治理", "养老服务设施", "校园周边交通",     "老旧小区改造", "农贸市场升级",
    "饮用水水源保护",   "公共停车服务", "乡村旅游民宿",     "城区防洪排涝", "垃圾分类处理",
    "公交线网优化",     "历史建筑保护", "工业园区土地收储", "学前教育普惠", "基层医疗卫生",
    "充电设施建设",     "殡葬服务设施", "零工市场",         "政务数据开放", "河道采砂管理",
    "高标准农田",       "森林防火通道", "体育健身场地",     "智慧城管平台", "畜禽养殖布局"};
constexpr std::array forms = {"实施方案", "专项规划", "建设方案", "管理办法",
                              "补助办法", "收费标准", "行动计划"};
constexpr std::array affairs = {"委托运营合同", "采购合同", "租赁纠纷",     "补偿协议", "施工合同",
                                "规范性文件",   "信息公开", "征收补偿争议", "合作协议", "投资协议"};
constexpr std::array names = {"恒基", "广源", "天合", "顺达", "永兴", "华晟", "金泰",
                              "绿洲", "西江", "鼎盛", "宏图", "星湖", "端砚", "鑫盛"};
constexpr std::array trades = {"建设工程", "环保科技", "物业管理", "信息技术",
                               "停车运营", "农业发展", "医疗器械", "交通设施"};

template <std::size_t N>
std::string one_of(std::array<char const*, N> const& all, lots& chance)
{
    return all[chance() % N];
}

/// Between ten thousand yuan and ten thousand million, each power of ten as often as the others;
/// in whole yuan.
long long amount_in_fen(lots& chance)
{
    long long yuan = 10'000;
    for (auto powers = chance() % 6; powers > 0; --powers)
        yuan *= 10;
    return (yuan + static_cast<long long>(chance() % 9) * yuan +
            static_cast<long long>(chance() % static_cast<unsigned long long>(yuan))) *
           100;
}

std::string ended_by(long long number)
{
    return "（第" + std::to_string(number) + "号）";
}

} // namespace

particulars particulars_of_decision(long long number, lots& chance)
{
    auto const town = one_of(towns, chance);
    auto const subject = one_of(subjects, chance);
    return {.title = "高要区" + town + subject + one_of(forms, chance) + ended_by(number)};
}

particulars particulars_of_matter(long long number, lots& chance)
{
    auto const name = one_of(names, chance);
    auto const trade = one_of(trades, chance);
    auto const other = "肇庆市" + name + trade + "有限公司";
    auto const town = one_of(towns, chance);
    auto const subject = one_of(subjects, chance);
    return {.title = town + subject + one_of(affairs, chance) + ended_by(number),
            .counterparty = other + std::to_string(number % 997),
            .amount = amount_in_fen(chance)};
}

} // namespace bench
