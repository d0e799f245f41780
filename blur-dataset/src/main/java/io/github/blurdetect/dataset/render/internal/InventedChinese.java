package io.github.blurdetect.dataset.render.internal;

import java.util.List;
import java.util.random.RandomGenerator;

/** Chinese content. */
record InventedChinese(RandomGenerator random) implements Invented {

  private static final String SURNAME =
      "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧";
  private static final String GIVEN =
      "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 桂英 建国 文博 志强 雨欣 子涵 浩然 佳怡 海燕 晓东 俊峰 秀兰";
  private static final String PLACE =
      "北京市 上海市 广州市 深圳市 杭州市 南京市 武汉市 成都市 重庆市 西安市 苏州市 天津市 长沙市 郑州市 青岛市 宁波市 厦门市 合肥市";
  private static final String DISTRICT = "朝阳区 海淀区 浦东新区 天河区 南山区 西湖区 鼓楼区 江汉区 锦江区 雁塔区 工业园区 高新区";
  private static final String STREET = "人民路 中山路 建设路 解放大道 长江路 和平街 科技园路 学府路 滨江大道 文化路 新华街 创业路";
  private static final String BRAND = "鑫源 恒达 瑞丰 华信 天成 博远 盛世 金桥 百川 宏图 德润 万通 嘉禾 永兴 汇智 凯利 东方 宇航";
  private static final String TRADE = "贸易 科技 餐饮管理 建筑工程 信息技术 食品 物流 电子商务 文化传播 机械设备 服装 医疗器械 装饰材料 农业发展";
  private static final String FORM = "有限公司 有限责任公司 股份有限公司 商行 经营部";
  private static final String GOODS =
      "笔记本 打印纸 办公桌 台灯 电缆 键盘 显示器 充电器 水杯 毛巾 茶叶 大米 食用油 牛奶 面包 苹果 洗发水 肥皂 电池 文件夹 签字笔 订书机";
  private static final String ADJECTIVE = "大号 小号 红色 蓝色 标准 精装 优质 便携 新鲜 有机 加厚 双层";
  private static final String SCOPE =
      "技术开发 技术咨询 技术服务 计算机软件及辅助设备的销售 货物进出口 餐饮服务 预包装食品零售 服装鞋帽批发 建筑材料销售"
          + " 机械设备租赁 广告设计与制作 会议及展览服务 道路货物运输 家用电器维修 办公用品销售 农产品收购 企业管理咨询 物业管理";
  private static final String[] SENTENCES = {
    "贵公司上月来函及所附文件均已收到，在此表示衷心的感谢。",
    "经过认真研究，我们对有关事项提出以下几点意见，请予以考虑。",
    "货物将在收到书面订单后十个工作日内由本公司仓库发出。",
    "请贵方在本月底以前确认上述条款是否可以接受。",
    "上述款项应当在本季度结束以前全部付清，逾期将收取利息。",
    "我公司工程师已经到现场检查，大部分设备运行情况良好。",
    "如需要进一步了解情况，请随时与本公司办公室联系。",
    "双方签字的合同副本已经归档保存，以备日后查阅。",
    "委员会将于明年春天再次开会，讨论其余的申请。",
    "对于此次延误我们深表歉意，今后一定尽力避免类似问题。",
    "每项申请必须附上收据原件以及简要的文字说明。",
    "请用正楷填写所附表格，并尽快寄回本单位财务部门。"
  };
  // GB 32100-2015: the eighteen places' alphabet and weights of a unified social credit code.
  private static final String CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  @Override
  public String person() {
    return Chance.pick(random, SURNAME) + Chance.pick(random, GIVEN);
  }

  @Override
  public String company() {
    return Chance.pick(random, PLACE).replace("市", "")
        + Chance.pick(random, BRAND)
        + Chance.pick(random, TRADE)
        + Chance.pick(random, FORM);
  }

  @Override
  public String address() {
    return Chance.pick(random, PLACE)
        + Chance.pick(random, DISTRICT)
        + Chance.pick(random, STREET)
        + Chance.fill(random, "^##号")
        + (random.nextBoolean() ? "" : Chance.fill(random, "^栋^0#室"));
  }

  @Override
  public String phone() {
    return Chance.fill(random, random.nextBoolean() ? "13#########" : "0##-^#######");
  }

  @Override
  public String date() {
    return random.nextInt(1990, 2030)
        + "年"
        + random.nextInt(1, 13)
        + "月"
        + random.nextInt(1, 29)
        + "日";
  }

  @Override
  public String goods() {
    return Chance.pick(random, ADJECTIVE) + Chance.pick(random, GOODS);
  }

  @Override
  public String unit() {
    return Chance.pick(random, "件 箱 个 盒 套");
  }

  @Override
  public String paragraph() {
    StringBuilder text = new StringBuilder();
    int at = random.nextInt(SENTENCES.length);
    int step = Chance.pick(random, List.of(1, 5, 7, 11));
    for (int i = random.nextInt(2, 5); i > 0; i--, at += step) {
      text.append(SENTENCES[at % SENTENCES.length]);
    }
    return text.toString();
  }

  @Override
  public String businessScope() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5, 11); i > 0; i--) {
      text.append(Chance.pick(random, SCOPE)).append(i > 1 ? "；" : "。");
    }
    return text + "（依法须经批准的项目，经相关部门批准后方可开展经营活动）";
  }

  @Override
  public String registrationNumber() {
    StringBuilder code = new StringBuilder("91").append(Chance.fill(random, "^#####"));
    while (code.length() < 17) {
      code.append(CODE.charAt(random.nextInt(CODE.length())));
    }
    return code.append(checkCharacter(code)).toString();
  }

  static char checkCharacter(CharSequence first17) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += WEIGHTS[i] * CODE.indexOf(first17.charAt(i));
    }
    return CODE.charAt((31 - sum % 31) % 31);
  }
}
